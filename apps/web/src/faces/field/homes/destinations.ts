/** Where somebody who has moved away may have gone. */
export const destinations = ['elsewhere-in-city', 'other-province', 'abroad', 'institution', 'unknown'] as const;
export type Destination = (typeof destinations)[number];
