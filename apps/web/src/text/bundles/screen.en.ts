export { default as access } from '../en/access.json';
export { default as cases } from '../en/cases.json';
export { default as common } from '../en/common.json';
export { default as errors } from '../en/errors.json';
export { default as measures } from '../en/measures.json';
export { default as places } from '../en/places.json';
export { default as screen } from '../en/screen.json';
export { default as ui } from '../en/ui.json';
