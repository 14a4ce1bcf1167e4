import { reportCase, selfHandleCase } from '@linli/contract';
import type { CaseTypeDefinition } from '@linli/domain';
import { typeFormValues } from '../../../features/cases/type-form.ts';
import { photoRefs } from '../../../features/outbox/queue-command.ts';
import { type FormValues, isPlaceValue, photosOf } from '../../../ui/form-field.ts';
import { type Queue, textOf } from '../actions/action-form.ts';
import type { QueuedWords } from '../actions/use-queue.ts';
import type { AddWay } from './add-way.ts';

export interface Report {
  readonly way: AddWay;
  readonly type: CaseTypeDefinition;
  readonly typeName: string;
  readonly values: FormValues;
  /** The server's clock now; the case counts from when it was seen, not from when the network came back. */
  readonly seenAt: string;
  /** Where a report without a point belongs: my own area. */
  readonly areaId: string | undefined;
}

/** Puts a report, a raised hand or a self-handled case into the outbox. */
export function queueReport(queue: Queue, report: Report, words: QueuedWords): Promise<boolean> {
  const { way, type, values, seenAt } = report;
  const place = placeOf(values);
  const shared = { typeCode: type.code, words: textOf(values, 'words'), form: typeFormValues(type, values), seenAt };
  const title = [report.typeName, place?.address ?? ''].filter((each) => each !== '').join(' · ');
  if (way === 'self' && place !== null) {
    const [before, after] = [photosOf(values.before), photosOf(values.after)];
    const input = {
      ...shared,
      place,
      done: textOf(values, 'done'),
      before: photoRefs(before),
      after: photoRefs(after),
    };
    return queue({ operation: selfHandleCase, input, title, photos: [...before, ...after] }, words);
  }
  const photos = photosOf(values.photos);
  const area = place === null && report.areaId !== undefined ? { areaId: report.areaId } : {};
  const input = { ...shared, ...area, place, photos: photoRefs(photos), urgent: values.urgent === true };
  return queue({ operation: reportCase, input, title, photos }, words);
}

function placeOf({ place }: FormValues): { lng: number; lat: number; address: string } | null {
  if (!isPlaceValue(place) || place.lng === undefined || place.lat === undefined) return null;
  return { lng: place.lng, lat: place.lat, address: place.address.trim() };
}
