import 'i18next';
import type access from './zh-CN/access.json';
import type cases from './zh-CN/cases.json';
import type common from './zh-CN/common.json';
import type errors from './zh-CN/errors.json';
import type field from './zh-CN/field.json';
import type forms from './zh-CN/forms.json';
import type holidays from './zh-CN/holidays.json';
import type homes from './zh-CN/homes.json';
import type hotspots from './zh-CN/hotspots.json';
import type imports from './zh-CN/imports.json';
import type measures from './zh-CN/measures.json';
import type notices from './zh-CN/notices.json';
import type office from './zh-CN/office.json';
import type org from './zh-CN/org.json';
import type partners from './zh-CN/partners.json';
import type places from './zh-CN/places.json';
import type privacy from './zh-CN/privacy.json';
import type procedures from './zh-CN/procedures.json';
import type registers from './zh-CN/registers.json';
import type resident from './zh-CN/resident.json';
import type screen from './zh-CN/screen.json';
import type sorting from './zh-CN/sorting.json';
import type stages from './zh-CN/stages.json';
import type subjects from './zh-CN/subjects.json';
import type tags from './zh-CN/tags.json';
import type types from './zh-CN/types.json';
import type ui from './zh-CN/ui.json';

// A key that is not in the Chinese catalogue is a type error; the catalogue test keeps English in step.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      access: typeof access;
      cases: typeof cases;
      common: typeof common;
      errors: typeof errors;
      field: typeof field;
      forms: typeof forms;
      holidays: typeof holidays;
      hotspots: typeof hotspots;
      imports: typeof imports;
      measures: typeof measures;
      notices: typeof notices;
      office: typeof office;
      org: typeof org;
      partners: typeof partners;
      places: typeof places;
      privacy: typeof privacy;
      procedures: typeof procedures;
      resident: typeof resident;
      screen: typeof screen;
      sorting: typeof sorting;
      tags: typeof tags;
      types: typeof types;
      stages: typeof stages;
      homes: typeof homes;
      registers: typeof registers;
      subjects: typeof subjects;
      ui: typeof ui;
    };
  }
}
