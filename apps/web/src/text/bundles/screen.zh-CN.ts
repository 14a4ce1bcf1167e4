export { default as access } from '../zh-CN/access.json';
export { default as cases } from '../zh-CN/cases.json';
export { default as common } from '../zh-CN/common.json';
export { default as errors } from '../zh-CN/errors.json';
export { default as measures } from '../zh-CN/measures.json';
export { default as places } from '../zh-CN/places.json';
export { default as screen } from '../zh-CN/screen.json';
export { default as ui } from '../zh-CN/ui.json';
