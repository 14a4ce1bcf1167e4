/** Rows of the journal that begin or go on with a sharing; written by this module. */
export const partnerKinds = {
  shared: 'shared-case.shared',
  received: 'shared-case.received',
  told: 'shared-case.told',
  heard: 'shared-case.heard',
  bulletinMade: 'bulletin.made',
  bulletinReceived: 'bulletin.received',
  saved: 'partner.saved',
} as const;
