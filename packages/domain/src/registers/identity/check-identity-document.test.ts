import { describe, expect, it } from 'vitest';
import { checkIdentityDocument, type IdentityDocumentKind } from './check-identity-document.ts';

describe('checkIdentityDocument', () => {
  it.each<[IdentityDocumentKind, string, string, string]>([
    ['passport', 'e１2345678', 'E12345678', 'E12345678'],
    ['passport', 'EA 123 4567', 'EA1234567', 'EA1234567'],
    ['hk-macao-travel-permit', 'h12345678', 'H12345678', 'H12345678'],
    ['hk-macao-travel-permit', 'M1234567801', 'M1234567801', 'M12345678'],
    ['taiwan-travel-permit', '1234 5678', '12345678', '12345678'],
    ['old-foreigner-permit', 'deu310085060701', 'DEU310085060701', 'DEU310085060701'],
    ['resident-id', '11010519491231002x', '11010519491231002X', '11010519491231002X'],
  ])('takes a %s %j', (kind, text, normalised, lookupValue) => {
    expect(checkIdentityDocument(kind, text)).toMatchObject({ ok: true, kind, normalised, lookupValue });
  });

  it.each<[IdentityDocumentKind, string, string]>([
    ['passport', 'ABCDEFGH', 'length'],
    ['passport', 'E12', 'length'],
    ['passport', '护照12345', 'characters'],
    ['hk-macao-travel-permit', 'H123456789', 'length'],
    ['hk-macao-travel-permit', 'T12345678', 'length'],
    ['taiwan-travel-permit', '1234567', 'length'],
    ['taiwan-travel-permit', '12345?78', 'characters'],
    ['old-foreigner-permit', 'DE3310085060701', 'length'],
    ['resident-id', '110105194912310021', 'check-digit'],
    ['hmt-residence-permit', '11010519491231002X', 'other-document'],
  ])('refuses as a %s %j: %s', (kind, text, problem) => {
    expect(checkIdentityDocument(kind, text)).toEqual({ ok: false, problem });
  });
});
