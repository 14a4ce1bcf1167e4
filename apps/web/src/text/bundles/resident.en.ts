export { default as access } from '../en/access.json';
export { default as cases } from '../en/cases.json';
export { default as common } from '../en/common.json';
export { default as errors } from '../en/errors.json';
export { default as notices } from '../en/notices.json';
export { default as places } from '../en/places.json';
export { default as resident } from '../en/resident.json';
export { default as ui } from '../en/ui.json';
