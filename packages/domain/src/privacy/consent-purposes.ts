import type { LocalText } from '../cases/form-field.ts';
import { ageOn } from '../tags/age-bounds.ts';
import type { Day } from '../time/calendar.ts';

/** What people are asked to agree to. One purpose, one agreement: nothing is bundled (Network Data Security Regulations art. 22). */
export const consentPurposes = ['contact', 'volunteering', 'party-service'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export interface ConsentText {
  readonly purpose: ConsentPurpose;
  /** Grows with every change of the words: what was agreed to before stays what it was. */
  readonly version: number;
  readonly name: LocalText;
  /** The words agreed to; their hash stands in the receipt. */
  readonly words: LocalText;
  /** Codes of the person's fields it covers. */
  readonly fields: readonly string[];
}

export const consentTexts: Readonly<Record<ConsentPurpose, ConsentText>> = {
  contact: {
    purpose: 'contact',
    version: 1,
    name: { zh: '日常联系与紧急联系', en: 'Everyday and emergency contact' },
    words: {
      zh: '同意居委会保存本人电话、紧急联系人及其电话、是否使用智能手机，用于通知、上门前联系和紧急情况联系。不同意不影响办理任何事项。可以随时撤回，撤回后立即删除。',
      en: 'The committee may keep my telephone, my emergency contact and whether I use a smartphone, to send notices, call before a visit and reach me in an emergency. Refusing changes nothing else. I may withdraw at any time; it is deleted at once.',
    },
    fields: ['phone', 'emergencyName', 'emergencyPhone', 'usesSmartphone'],
  },
  volunteering: {
    purpose: 'volunteering',
    version: 1,
    name: { zh: '社区志愿服务', en: 'Volunteering' },
    words: {
      zh: '同意居委会保存本人的志愿意愿、服务时长和特长，用于安排志愿服务。不同意不影响办理任何事项。可以随时撤回，撤回后立即删除。',
      en: 'The committee may keep that I volunteer, my hours and my skills, to arrange volunteering. Refusing changes nothing else. I may withdraw at any time; it is deleted at once.',
    },
    fields: ['wantsVolunteer', 'volunteerHours', 'speciality'],
  },
  'party-service': {
    purpose: 'party-service',
    version: 1,
    name: { zh: '在职党员社区报到', en: 'Party members serving in the community' },
    words: {
      zh: '同意居委会保存本人的社区报到情况和报到服务时长，用于安排报到服务。不同意不影响办理任何事项。可以随时撤回，撤回后立即删除。',
      en: 'The committee may keep that I serve here and my hours, to arrange that service. Refusing changes nothing else. I may withdraw at any time; it is deleted at once.',
    },
    fields: ['partyService', 'partyServiceHours'],
  },
};

/** Somebody under 14 agrees through a guardian (PIPL art. 31). Nobody knows: a guardian is not asked for. */
export function needsGuardian(born: Day | null, today: Day): boolean {
  return born !== null && ageOn(born, today) < 14;
}
