import type { LocalText } from './form-field.ts';
import type { PackProblem } from './validate-pack.ts';

/** Shapes of YAML as the schema calls them, in Chinese. */
const shapeNames: Readonly<Record<string, string>> = {
  array: '列表',
  boolean: 'true 或 false',
  number: '数字',
  int: '整数',
  object: '对象（键: 值）',
  record: '对象（键: 值）',
  string: '文字',
};

/** What each problem of a pack means; `{detail}` is filled from the problem. */
const words: Readonly<Record<string, LocalText>> = {
  'yaml-unreadable': { zh: '这里不是正确的 YAML：{detail}', en: 'Not readable as YAML: {detail}' },
  'yaml-too-many-aliases': {
    zh: '别名（*）展开后太多，请直接写出内容',
    en: 'Too many aliases (*) to unfold; write the content out',
  },
  'yaml-too-deep': { zh: '嵌套太深', en: 'Nested too deeply' },
  'yaml-merge-key': { zh: '不支持合并键 <<，请用别名或直接写出', en: 'Merge keys (<<) are not supported' },
  'key-unknown': {
    zh: '没有“{detail}”这一项，请检查拼写或位置',
    en: 'No such key “{detail}”: check its spelling and place',
  },
  'shape-missing': { zh: '缺少这一项（{detail}）', en: 'Missing ({detail})' },
  'shape-invalid-type': { zh: '类型不对，应为 {detail}', en: 'Wrong type, expected {detail}' },
  'shape-invalid-value': { zh: '只能是：{detail}', en: 'Must be one of: {detail}' },
  'shape-invalid-union': { zh: '只能是：{detail}', en: 'Must be one of: {detail}' },
  'shape-invalid-format': { zh: '写法不对，应符合 {detail}', en: 'Wrong form, must match {detail}' },
  'shape-too-small': { zh: '太少或太短，至少 {detail}', en: 'Too small or too short, at least {detail}' },
  'shape-too-big': { zh: '太多或太长，至多 {detail}', en: 'Too large or too long, at most {detail}' },
  'shape-not-multiple-of': { zh: '数值不对：{detail}', en: 'Wrong number: {detail}' },
  'role-unknown': { zh: '没有“{detail}”这个岗位角色', en: 'There is no role “{detail}”' },
  'code-of-other-pack': { zh: '编码已被功能包“{detail}”使用', en: 'This code belongs to the pack “{detail}”' },
  'code-changed': { zh: '编码不能改，应为“{detail}”', en: 'The code cannot change; it is “{detail}”' },
  'nothing-changed': {
    zh: '与现行版本相同，没有可发布的修改',
    en: 'The same as the version in force: nothing to publish',
  },
  'duplicate-code': { zh: '编码“{detail}”重复', en: 'The code “{detail}” is used twice' },
  'duplicate-key': { zh: '“{detail}”重复', en: '“{detail}” is used twice' },
  'duplicate-option': { zh: '选项“{detail}”重复', en: 'The option “{detail}” is used twice' },
  'options-missing': { zh: '选择题至少要有一个选项', en: 'A select needs options' },
  'options-unexpected': { zh: '只有选择题可以有选项', en: 'Only selects have options' },
  'range-empty': { zh: '最大值小于最小值', en: 'The maximum is below the minimum' },
  'standard-code-invalid': { zh: '“{detail}”不是该标准的编码写法', en: '“{detail}” is not a code of that standard' },
  'expression-field-unknown': {
    zh: '条件里写的“{detail}”，表单和地点里都没有',
    en: 'The condition names “{detail}”, which neither form nor place has',
  },
  'expression-invalid': { zh: '条件写法不对：{detail}', en: 'The condition is wrong: {detail}' },
  'rule-unreachable': { zh: '前面的规则总是匹配，这条永远不会用到', en: 'Never reached: a rule above always matches' },
  'target-unnamed': {
    zh: '请写明单位（unitKey）或单位类别（unitKind）',
    en: 'Name the unit (unitKey) or its kind (unitKind)',
  },
  'service-hours-invalid': { zh: '服务时间的结束早于开始', en: 'Service hours end before they begin' },
  'clock-without-deadline': {
    zh: '“{detail}”没有设时限，这一步不会发生',
    en: 'The clock “{detail}” has no deadline, so this step never comes',
  },
  'sample-unused': { zh: '不抽查时不必写抽查比例', en: 'A sample percentage where nothing is sampled' },
  'reporter-check-without-deadline': {
    zh: '由上报人确认时须设核查时限，否则无人回应的事项永远不能结案',
    en: 'Confirmed by the reporter but without a checking deadline: a silent reporter would keep it open for ever',
  },
  'mark-unknown': { zh: '文书里的“{detail}”没有对应的内容', en: 'The paper names “{detail}”, which does not exist' },
  'file-source-unknown': {
    zh: '卷宗目录里的“{detail}”没有对应的内容',
    en: 'The case file names “{detail}”, which does not exist',
  },
  'condition-field-unknown': {
    zh: '前面没有“{detail}”这一项可作条件',
    en: 'There is no earlier field “{detail}” to go by',
  },
  'condition-value-unknown': { zh: '那一项没有“{detail}”这个答案', en: 'That field has no answer “{detail}”' },
  'ledger-wrong': { zh: '表单定义有误：{detail}', en: 'The form is wrong: {detail}' },
  'unit-kinds-unexpected': { zh: '只有单位项可以写单位类别', en: 'Only a field that names units has kinds of unit' },
  'unit-kind-unknown': { zh: '没有“{detail}”这个单位类别', en: 'There is no kind of unit “{detail}”' },
  'joins-unexpected': {
    zh: '只有反映表单里的“多个单位”项可以写一起提出，保密的和要签字的事项不行',
    en: 'Only a report’s field of several units may say who joins, and not of a sealed kind or one with signatures',
  },
  'match-unexpected': { zh: '只有调解员项可以写匹配依据', en: 'Only a mediator is matched' },
  'time-field-unknown': {
    zh: '这一步的表单里没有“{detail}”这个时间项',
    en: 'The form of this stage has no time field “{detail}”',
  },
  'signing-public': {
    zh: '公开的事项人人可以加入，不能设签字环节；请把可见范围改为不公开',
    en: 'Anybody can join a public case: a stage with signatures needs a kind that is not public',
  },
  'paper-field-unknown': {
    zh: '这一步的表单里没有“{detail}”这个是非项',
    en: 'The form of this stage has no yes-or-no field “{detail}”',
  },
  'nothing-to-book': {
    zh: '到这一步还没有调解员或场地项，无可预订',
    en: 'No mediator or room is asked for up to this stage, so nothing can be booked',
  },
  'bare-starts-clock': {
    zh: '“{detail}”的时限从本步填写的日子算起，走这一项就没有这个日子（bare）',
    en: 'The clock of {detail} begins on a day of this form, which a bare way does not ask',
  },
  'file-missing': { zh: '这类事项没有卷宗目录（file）', en: 'This type has no case file' },
  'stage-unknown': { zh: '没有“{detail}”这一步', en: 'There is no stage “{detail}”' },
  'stage-unreachable': { zh: '没有任何出口通到“{detail}”这一步', en: 'No way leads to the stage “{detail}”' },
  'no-way-out': {
    zh: '从“{detail}”这一步走不到办结（handled）',
    en: 'From the stage “{detail}” no way leads to handled',
  },
  'outcome-unknown': { zh: '这一步没有“{detail}”这个出口', en: 'This stage has no outcome “{detail}”' },
  'limit-missing': { zh: '这一步需要设时限（limit）', en: 'This stage needs a limit' },
  'timeout-demands': {
    zh: '到时自动走的出口不能要求理由、任务结案或逐一答复',
    en: 'A way taken by itself cannot ask for a reason, closed duties or answered callers',
  },
  'nobody-takes-it': { zh: '没有人能办这一步，请写明由谁办', en: 'Nobody can take this stage: name who does' },
  'date-field-unknown': {
    zh: '那一步的表单里没有“{detail}”这个日期项',
    en: 'The form of that stage has no date field “{detail}”',
  },
  'result-unused': { zh: '只有通到办结的出口才写结果', en: 'A result only where the way leads to handled' },
  'type-unknown': { zh: '没有“{detail}”这类事项', en: 'There is no case type “{detail}”' },
  'closing-unused': { zh: '分步办理的事项用不到办结表单', en: 'A closing form is not used where there are stages' },
  'stage-deadline-unused': {
    zh: '步骤的时限请写在各步骤里',
    en: 'Write the limits of stages in the stages themselves',
  },
  'about-not-a-unit': { zh: '表单里没有“{detail}”这个单位项', en: 'The form has no unit field “{detail}”' },
  'about-without-seal': {
    zh: '写明被反映单位的事项须为保密（sealed）',
    en: 'A type that names whom it is about must be sealed',
  },
  'child-only-called': {
    zh: '只由其他事项派生的，不能对外征集',
    en: 'A type made only by other cases cannot be called for',
  },
  'tag-rule-invalid': { zh: '标签规则写法不对：{detail}', en: 'The tag’s rule is wrong: {detail}' },
  'tag-rule-nouns': {
    zh: '有规则的标签只能针对一类登记对象',
    en: 'A tag with a rule stands on exactly one noun',
  },
  'tag-level-low': {
    zh: '敏感级别低于规则所用的字段，至少应为{detail}级',
    en: 'Less sensitive than the fields of its rule: at least {detail}',
  },
};

/** A problem in words. A code without words of its own is shown with its detail. */
export function packProblemWords({ code, detail }: Pick<PackProblem, 'code' | 'detail'>): LocalText & { en: string } {
  const found = words[code] ?? { zh: `${code}：{detail}`, en: `${code}: {detail}` };
  const fill = (text: string, what: string) => text.replace('{detail}', () => what).slice(0, 400);
  const plain = detail ?? '';
  return { zh: fill(found.zh, shapeNames[plain] ?? plain), en: fill(found.en ?? found.zh, plain) };
}

/** Whether a code has words of its own. */
export function hasProblemWords(code: string): boolean {
  return Object.hasOwn(words, code);
}
