import type { ImportResultKey, ImportTarget } from '@linli/contract';

/**
 * What hotlines, city platforms and spreadsheets call each thing, the surest first. Compared without width, case, spaces and
 * brackets. Collected from the layouts of several cities and common office usage; a site corrects the proposal and saves it.
 */
export const headingWords: Readonly<Record<ImportTarget, readonly string[]>> = {
  number: [
    '工单编号',
    '工单号',
    '编号',
    '受理编号',
    '诉求编号',
    '案件编号',
    '任务号',
    '单号',
    'order number',
    'case number',
    'id',
  ],
  'reported-at': [
    '工单生成时间',
    '推送时间',
    '受理时间',
    '来电时间',
    '诉求时间',
    '上报时间',
    '登记时间',
    '派单时间',
    '创建时间',
    'reported at',
    'created at',
  ],
  words: [
    '内容描述',
    '工单内容',
    '诉求内容',
    '问题描述',
    '反映内容',
    '来电内容',
    '诉求描述',
    '工单标题',
    '标题',
    '内容',
    'description',
    'content',
  ],
  address: [
    '诉求地址',
    '问题点位',
    '事发地址',
    '发生地址',
    '事发地点',
    '详细地址',
    '地址',
    '位置描述',
    '地点',
    'address',
  ],
  area: ['所属微网格', '微网格', '所属居民区', '居民区', '居委会', '所属居委', '社区', '网格', '所属网格', 'area'],
  lng: ['经度', 'lng', 'longitude', 'x坐标'],
  lat: ['纬度', 'lat', 'latitude', 'y坐标'],
  type: ['工单类别', '工单类型', '诉求类型', '诉求类别', '业务类型', '类型', 'type'],
  urgent: ['紧急程度', '是否紧急', '是否加急', 'urgent'],
  unit: ['主办单位', '承办单位', '处置单位', '责任单位', '办理单位', '承办部门', '主办部门', 'unit', 'department'],
  'caller-name': ['来电人', '来电人姓名', '诉求人', '诉求人姓名', '市民姓名', '联系人', '姓名', 'caller', 'name'],
  'caller-phone': ['来电号码', '来电电话', '联系电话', '联系方式', '手机号码', '手机号', '电话', 'phone'],
  anonymous: ['是否匿名', '匿名', '是否保密', 'anonymous'],
  'wants-answer': ['是否需要回复', '是否回复', '需要回访', '是否回访', 'wants answer'],
  chases: ['处理描述', '催办工单编号', '关联工单编号', '原工单编号', '催单编号', 'chases'],
  'closed-at': ['办结时间', '结案时间', '完成时间', 'closed at'],
  'closed-words': ['办理情况', '处理结果描述', '办理结果', 'result'],
  'closed-result': ['是否解决', '处理结果', '办结结果', 'outcome'],
};

/** Columns another system waits to see filled. */
export const resultWords: Readonly<Record<ImportResultKey, readonly string[]>> = {
  'case-number': ['街道编号', '系统编号'],
  state: ['办理状态', '工单状态', '状态'],
  unit: ['处置部门', '实际承办单位'],
  result: ['是否解决', '处理结果', '诉求认定结果'],
  'result-words': ['处理描述', '公开答复内容', '办理情况', '答复内容', '处理结果描述'],
  'handled-at': ['办结时间', '办理时间', '处置时间'],
  contacted: ['联系群众', '是否联系', '是否先行联系', '先行联系'],
  'contacted-at': ['联系时间', '先行联系时间'],
  'contact-words': ['联系情况', '未联系原因'],
  answered: ['答复时间', '回复时间'],
  satisfaction: ['满意度', '回访满意度', '是否满意'],
  'on-time': ['是否按期', '是否超期'],
};

/** Results sent back where the table itself has no column for them. */
export const usualResults: readonly { heading: string; give: ImportResultKey }[] = [
  { heading: '处理描述', give: 'result-words' },
  { heading: '是否解决', give: 'result' },
  { heading: '办结时间', give: 'handled-at' },
  { heading: '是否联系', give: 'contacted' },
  { heading: '联系时间', give: 'contacted-at' },
  { heading: '满意度', give: 'satisfaction' },
];

/** Headings that are fields of a case type's form under these keys: the class tree and what else orders carry. */
export const formWords: Readonly<Record<string, readonly string[]>> = {
  category: ['一级分类', '二级分类', '三级分类', '四级分类', '问题分类', '诉求分类', '归口', 'category'],
  customer: ['客户类型', '诉求人类型'],
  group: ['是否群诉', '群体性诉求'],
  callNumber: ['通话编号'],
};
