/** Languages a form is read in. */
export type Language = 'zh-CN' | 'en';
