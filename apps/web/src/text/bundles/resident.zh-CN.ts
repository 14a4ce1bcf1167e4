export { default as access } from '../zh-CN/access.json';
export { default as cases } from '../zh-CN/cases.json';
export { default as common } from '../zh-CN/common.json';
export { default as errors } from '../zh-CN/errors.json';
export { default as notices } from '../zh-CN/notices.json';
export { default as places } from '../zh-CN/places.json';
export { default as resident } from '../zh-CN/resident.json';
export { default as ui } from '../zh-CN/ui.json';
