import type { LocalText } from '../cases/form-field.ts';

/** What a let home may not show when it is looked at (上海市住房租赁条例, fire and gas rules). Codes are stored: they are added to, never changed. */
export const lettingFaults = {
  divided: { zh: '分隔搭建后出租', en: 'Rooms divided up' },
  'not-for-living': { zh: '厨卫阳台地下室等住人', en: 'People live in kitchens, balconies or cellars' },
  'by-bed': { zh: '按床位出租', en: 'Let by the bed' },
  crowded: { zh: '每间超两人或人均不足五平方米', en: 'Over two people a room or under 5 m² each' },
  unsafe: { zh: '违法建筑或危险房屋', en: 'Unlawful or unsafe building' },
  gas: { zh: '燃气使用不合规', en: 'Gas not as it must be' },
  electric: { zh: '私拉电线或室内给电动车充电', en: 'Loose wiring, or vehicles charged indoors' },
  fire: { zh: '缺消防器材或通道堵塞', en: 'No fire equipment, or the way out is blocked' },
  unfiled: { zh: '租赁合同未备案', en: 'Contract not filed' },
  tenants: { zh: '承租人未登记', en: 'Tenants not registered' },
} as const satisfies Record<string, LocalText>;
export type LettingFault = keyof typeof lettingFaults;
export const lettingFaultCodes = Object.keys(lettingFaults) as [LettingFault, ...LettingFault[]]; // Object.keys forgets the literal keys

/** Days a let home's check is good for, and the longest time for mending. */
export const lettingDays = { goodFor: 365, mendAtMost: 180 } as const;

export const lettingStates = ['overdue', 'mending', 'unchecked', 'passed'] as const;
export type LettingState = (typeof lettingStates)[number];
