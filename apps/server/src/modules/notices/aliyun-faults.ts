import type { ChannelFault } from './channel.ts';

/** Codes of the gateway (its published list), by what they mean for us. What is not named here is taken for a fault of its own. */
const faultCodes = {
  busy: [
    'isv.BUSINESS_LIMIT_CONTROL',
    'isv.SMS_OVER_LIMIT',
    'Throttling',
    'Throttling.User',
    'Throttling.Api',
    'SignatureNonceUsed',
  ],
  number: [
    'isv.MOBILE_NUMBER_ILLEGAL',
    'isv.MOBILE_COUNT_OVER_LIMIT',
    'isv.BLACK_KEY_CONTROL_LIMIT',
    'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
    'MOBILE_IN_BLACK',
  ],
  account: [
    'isv.AMOUNT_NOT_ENOUGH',
    'isv.OUT_OF_SERVICE',
    'isv.ACCOUNT_ABNORMAL',
    'isv.DAY_LIMIT_CONTROL',
    'isv.MONTH_LIMIT_CONTROL',
  ],
  setup: [
    'isv.SMS_SIGNATURE_ILLEGAL',
    'isv.SMS_SIGN_ILLEGAL',
    'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
    'isv.SMS_TEMPLATE_ILLEGAL',
    'isv.SMS_CONTENT_ILLEGAL',
    'isv.TEMPLATE_MISSING_PARAMETERS',
    'isv.TEMPLATE_PARAMS_ILLEGAL',
    'isv.INVALID_PARAMETERS',
    'isv.INVALID_JSON_PARAM',
    'isv.PARAM_LENGTH_LIMIT',
    'isv.PARAM_NOT_SUPPORT_URL',
    'isv.ACCOUNT_NOT_EXISTS',
    'isv.PRODUCT_UN_SUBSCRIPT',
    'isv.PRODUCT_UNSUBSCRIBE',
    'isv.DENY_IP_RANGE',
    'isp.RAM_PERMISSION_DENY',
    'SignatureDoesNotMatch',
    'IncompleteSignature',
    'InvalidAccessKeyId.NotFound',
    'InvalidAccessKeyId.Inactive',
    'InvalidTimeStamp.Expired',
    'Forbidden.RAM',
  ],
  unavailable: ['isp.SYSTEM_ERROR', 'isp.GATEWAY_ERROR', 'ServiceUnavailable', 'InternalError'],
} as const satisfies Record<ChannelFault, readonly string[]>;

const byCode: ReadonlyMap<string, ChannelFault> = new Map(
  Object.entries(faultCodes).flatMap(([fault, codes]) =>
    codes.map((code): [string, ChannelFault] => [code, fault as ChannelFault]),
  ), // keys of the table above
);

/** What a code means; unknown ones are `unavailable`, so that nothing is given up too early. */
export function faultOf(code: string): ChannelFault {
  return byCode.get(code) ?? 'unavailable';
}
