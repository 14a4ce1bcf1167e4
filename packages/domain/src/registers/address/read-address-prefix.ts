import { shanghaiDistricts } from './address-words.ts';

export type AddressPrefix = { district: string | null; street: string | null; committee: string | null; rest: string };

const committeeWords = '居民委员会|居委会|居委|居民区|村民委员会|村委会';
// A road may be named after a town (镇宁路): what follows the word tells them apart.
const street =
  /^((?:(?!居委|居民|村委)\p{Script=Han}){2,7}?(?:街道(?:办事处)?(?!路)|(?:镇|乡)(?!\p{Script=Han}?[路街弄]|大道|公路)))/u;
const committee = new RegExp(`^(\\p{Script=Han}{1,10}?)(${committeeWords})`, 'u');

/** City, district, street and committee off the front of an address; a district of old as the one of today. */
export function readAddressPrefix(text: string): AddressPrefix {
  let rest = text.replace(/^(?:中国|中华人民共和国)/u, '').replace(/^上海(?:市|(?!路|街|[东南西北中]路))/u, '');
  let district: string | null = null;
  for (const [name, today] of Object.entries(shanghaiDistricts)) {
    if (rest.startsWith(name)) {
      district = today;
      rest = rest.slice(name.length);
      break;
    }
  }
  const ofStreet = street.exec(rest);
  if (ofStreet !== null) rest = rest.slice(ofStreet[0].length);
  const ofCommittee = committee.exec(rest);
  if (ofCommittee !== null) rest = rest.slice(ofCommittee[0].length);
  return {
    district,
    street: ofStreet?.[1]?.replace('街道办事处', '街道') ?? null,
    committee: ofCommittee === null ? null : committeeName(ofCommittee[1] ?? '', ofCommittee[2] ?? ''),
    rest: rest.replace(/^-/, ''),
  };
}

function committeeName(name: string, word: string): string {
  return name + (word.startsWith('村') ? '村委会' : '居委会');
}
