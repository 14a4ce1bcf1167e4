/** Of partner sites, imports and callers; see `error-words.ts`. */
export const exchangeErrorWords = {
  'case-not-shareable': {
    status: 409,
    zh: '这件事项不能共享：只有公开、在办、且类型允许导入的事项可以共享。',
    en: 'This case cannot be shared: only public open cases whose type takes imports can.',
  },
  'case-shared': {
    status: 409,
    zh: '这件事项已经与往来单位共享，类别双方一致，不能单方改。请在共享处写明情况告诉对方，需要时另立一件。',
    en: 'This case is shared with a partner under one kind for both sides, so it cannot be changed here alone. Tell the partner in words; open another case where needed.',
  },
  'already-shared': {
    status: 409,
    zh: '这件事项已与该单位共享。',
    en: 'This case is already shared with that partner.',
  },
  'case-not-shared': {
    status: 409,
    zh: '这件事项没有与该单位共享。',
    en: 'This case is not shared with that partner.',
  },
  'partner-off': {
    status: 409,
    zh: '与对方的交换没有开通，请联系系统管理员。',
    en: 'The exchange with this partner is not switched on. Ask the system administrator.',
  },
  'words-hold-contact': {
    status: 409,
    zh: '内容里有手机号或证件号，请删去后再发给对方。',
    en: 'The words hold a phone or identity number. Take it out before they go to the other side.',
  },
  'partner-address-refused': {
    status: 409,
    zh: '这个地址不能用：须以 http 或 https 开头，不带路径；内网地址须先在服务器设置里放行。',
    en: 'This address cannot be used: http or https without a path; private addresses must first be allowed in the server’s settings.',
  },
  'exchange-refused': {
    status: 401,
    zh: '签名不对，或对方不在往来单位名单里。',
    en: 'The signature is not right, or the sender is no partner of this site.',
  },
  'exchange-clock': {
    status: 401,
    zh: '双方时钟相差太多，这里现在是 {now}。',
    en: 'The clocks differ too much; it is {now} here.',
  },
  'import-gone': {
    status: 410,
    zh: '这次导入已不在系统里：明细只保留 180 天。请重新上传文件。',
    en: 'This import is no longer kept: its rows are forgotten after 180 days. Upload the file again.',
  },
  'import-not-ready': {
    status: 409,
    zh: '这次导入现在不能做这一步，请刷新后再看。',
    en: 'This import cannot take that step now. Refresh and look again.',
  },
  'mapping-incomplete': {
    status: 409,
    zh: '对照表还缺：{missing}。',
    en: 'The mapping still lacks: {missing}.',
  },
  'address-known': {
    status: 409,
    zh: '这个地址已有楼栋，或是已有地址的开头，不能另作别名。',
    en: 'A building has this address, or begins with it; it cannot be another name.',
  },
  'address-name-gone': {
    status: 409,
    zh: '这条说明已经撤销，或不在您负责的区域，请刷新后再看。',
    en: 'This has been taken back already, or is not of your area. Refresh and look again.',
  },
  'address-names-nothing': {
    status: 409,
    zh: '您负责的区域里没有楼栋在这个地址，请写到路和弄号。',
    en: 'No building of your area has this address. Name the road and the lane.',
  },
  'checks-not-lowered': {
    status: 409,
    zh: '只有演示环境可以放宽校验位，正式登记必须用真实号码。',
    en: 'Check digits can be lowered in a demonstration only; real registers take real numbers.',
  },
  'mapping-unknown': { status: 409, zh: '没有叫这个名字的对照表。', en: 'There is no mapping of this name.' },
  'order-bad': {
    status: 409,
    zh: '这张工单读不出来：{problems}',
    en: 'This order cannot be read: {problems}',
  },
  'table-unreadable': {
    status: 422,
    zh: '这个表格读不出来，请另存为 CSV 或 Excel 后再上传。',
    en: 'This table cannot be read. Save it as CSV or Excel and upload it again.',
  },
  'table-too-long': {
    status: 413,
    zh: '表格太大，一次最多{max}行，请分开上传。',
    en: 'The table is too long; {max} rows at most. Upload it in parts.',
  },
  'caller-unknown': { status: 409, zh: '这件事项没有这位来电人。', en: 'This case has no such caller.' },
  'caller-already-answered': {
    status: 409,
    zh: '这位来电人已答复过。',
    en: 'This caller has been answered already.',
  },
} as const;
