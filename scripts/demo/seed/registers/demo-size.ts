/** `none` leaves the registers empty; `street` fills a building of each micro-grid and two whole committees; `ruijin` a street of 110,000 people. */
export const demoSizes = ['none', 'street', 'ruijin'] as const;
export type DemoSize = (typeof demoSizes)[number];
