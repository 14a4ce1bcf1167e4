import type { Random } from '../street/random.ts';
import type { TextPlace } from '../texts/case-text.ts';
import { fillNumbers } from '../texts/fill-numbers.ts';

/** A text and the form values that go with it. */
export interface WordedCase {
  title: string;
  description: string;
  form: Readonly<Record<string, string>>;
}
interface OwnText {
  /** Whether the door is named, the compound or the street. */
  where: 'address' | 'areaName' | 'road';
  /** What goes into the title, the same in a sentence, and the department that is asked. */
  things: readonly (readonly [title: string, fact: string, department?: string])[];
  wishes: readonly string[];
  results: readonly string[];
}

/** Words for the kinds of case of this street that the general texts do not have, by case type. */
const ownTexts: Readonly<Record<string, OwnText>> = {
  '06012': {
    where: 'road',
    things: [
      ['路面油污', '路面有一滩油，骑车打滑'],
      ['泥浆带上路面', '车子带出的泥浆干在路上'],
      ['路口积水', '雨停<2-5>个钟头还积着水'],
      ['落叶没扫', '落叶堆在侧石边，雨口被盖住'],
      ['路面积尘', '积灰厚，车过就扬'],
      ['早点摊油渍', '早点摊收了以后地上全是油渍'],
    ],
    wishes: ['请冲洗一下', '希望今天扫掉', '请清一下雨口', '请保洁来一趟'],
    results: ['高压冲洗两遍，油污已除', '清扫后用水车冲净', '疏通雨口，积水已退', '加派一班保洁，落叶清运'],
  },
  'rep-05': {
    where: 'address',
    things: [
      ['楼道灯不亮', '<2-6>楼楼道灯不亮，老人不敢走'],
      ['门厅灯一直闪', '门厅的灯一闪一闪好几天'],
      ['地库灯灭了一排', '地下车库进口灯灭了一排'],
      ['感应灯不灵', '感应灯拍手才亮，亮两秒就灭'],
      ['楼梯间黑', '楼梯转角一片黑'],
    ],
    wishes: ['请换灯泡', '请电工看看线路', '希望今晚前修好', '换成长亮的也行'],
    results: ['更换灯头<2-6>只，试亮正常', '更换感应器，逐层试过', '查明跳闸原因，线路已修', '地库灯带已换新'],
  },
  'voice-04': {
    where: 'areaName',
    things: [
      ['物业电话没人接', '打了<3-6>次电话没人接'],
      ['报修推来推去', '报修登记了三天没人上门，问就说不归他管'],
      ['停车收费不清楚', '停车费涨了没有公示'],
      ['门岗态度差', '门岗对访客说话很冲'],
      ['保洁缩水', '楼道一星期没拖过'],
      ['答复前后不一', '两个人讲的不是一回事'],
    ],
    wishes: ['请核实给个说法', '希望改进服务', '请公示收费依据', '要一个明确答复'],
    results: [
      '约谈项目经理，值班电话改为两人轮守',
      '核实属实，物业已向居民致歉',
      '收费依据已在门岗公示',
      '保洁频次恢复合同约定',
    ],
  },
  'hand-up': {
    where: 'areaName',
    things: [
      ['请城管到场：沿街占道反复', '沿街占道劝过<3-6>次，当面收、转身又摆', 'unit-urban-management'],
      ['请房办到场：外墙空鼓', '外墙空鼓面积不小，物业没有资质处理', 'unit-housing'],
      ['请消防到场：车棚充电', '车棚电容不够，电瓶车充电排不过来，扩容要部门牵头', 'unit-fire'],
      ['请建管到场：无名管线', '一捆旧管线垂到人行道，没有人认领', 'unit-construction'],
      ['请城管到场：底楼破墙', '底楼商户想破墙开门，居民反对', 'unit-urban-management'],
      ['请绿化到场：绿地归属', '一块绿地谁养护说不清，杂草到膝盖', 'unit-greening'],
      ['请服务办到场：弃管小广场', '小广场没有管理单位，健身器材坏了没人修', 'unit-services'],
      ['请司法所到场：邻里纠纷', '两户为晾衣架闹了<2-4>次，居委会调解未成', 'unit-justice'],
      ['请市场所到场：预付卡', '健身房换老板，<8-30>位居民的预付卡用不了', 'unit-market'],
    ],
    wishes: ['请到现场一起看', '请给个明确路径', '请牵头协调', '请定一个责任单位'],
    results: [
      '现场会已开，责任单位和时限已定',
      '部门到场处置，网格负责日常看护',
      '已立项，列入下月计划',
      '三方签了会议记录，先应急后长效',
    ],
  },
  'hand-up-urgent': {
    where: 'areaName',
    things: [
      ['紧急：围墙倾斜', '围墙向外倾斜，已经拉线', 'unit-construction'],
      ['紧急：地库进水', '主管道喷水，地库要进水', 'unit-housing'],
      ['紧急：广告牌松动', '高处广告牌被风吹松，下面是公交站', 'unit-urban-management'],
      ['紧急：路面塌陷', '路面塌下去脸盆大一块', 'unit-construction'],
      ['紧急：楼道焦味', '楼道有焦味，电表箱发烫', 'unit-fire'],
    ],
    wishes: ['请马上派人', '网格员在现场守着', '请半小时内给回音'],
    results: ['到场排险，隐患已除', '抢修完成，现场恢复', '先拆除后加固，警戒已撤'],
  },
  'hand-down': {
    where: 'areaName',
    things: [
      ['请核实：空调外机松动', '有<6-20>台空调外机支架锈蚀，需要逐户看一看'],
      ['请走访：独居老人用气', '独居老人燃气软管要查，名单已发网格，逐户核对'],
      ['请劝导：阳台堆物', '涉及<2-5>个门洞的阳台堆物，先劝后查'],
      ['请配合：停水入户告知', '水箱清洗要停水半天，请网格带路告知到户'],
      ['请核实：出租房登记', '<10-30>套出租房登记信息对不上，居民白天不在家的多'],
      ['请配合：二次供水检查', '二次供水水箱年度检查，请网格联系开门'],
    ],
    wishes: ['五个工作日内回复', '看到情况拍照回传', '遇到拒访记下原因即可', '发现险情直接报平安办'],
    results: [
      '逐户看过，情况表已回传',
      '走访<6-18>户，<1-3>户不在家，晚上补访',
      '核对完毕，差异<1-3>处已标明',
      '已入户告知，楼道张贴通知',
    ],
  },
  'hand-down-project': {
    where: 'areaName',
    things: [
      ['认领：楼道治理样板', '楼道治理选<2-4>个微网格先做样板'],
      ['认领：垃圾分类提升', '垃圾分类提升，经费街道出，队伍网格带'],
      ['认领：电动车充电整治', '电动车充电整治，周期一个月，每周报一次进度'],
      ['认领：老旧扶手更换', '老旧楼梯扶手更换，要有居民参与选样'],
    ],
    wishes: ['有意向的站来认领', '认领后三天内交方案', '做成以后在全街道推开'],
    results: ['按方案做完，居民回访过九成', '完成并通过验收，照片归档'],
  },
};

export function hasOwnText(typeCode: string): boolean {
  return ownTexts[typeCode] !== undefined;
}

export function ownCaseText(random: Random, typeCode: string, place: TextPlace): WordedCase {
  const text = getText(typeCode);
  const where = place[text.where];
  const [title, said, department] = random.pick(text.things);
  const [fact, wish] = [fillNumbers(random, said), random.pick(text.wishes)];
  const begins = random.pick(
    ['', '', '你好，', '反映一下：', '经多次走访，'].slice(0, typeCode.startsWith('hand') ? 2 : 4),
  );
  const description = random.pick([
    `${begins}${where}${fact}，${wish}。`,
    `${begins}${where}：${fact}。${wish}。`,
    `${begins}${fact}，地点在${where}，${wish}。`,
  ]);
  return {
    title: `${place.areaName}${random.chance(0.3) ? '：' : ''}${title}`,
    description,
    form: department ? { department } : {},
  };
}

export function ownResult(random: Random, typeCode: string): string {
  return `${random.pick(['接单后', '当天', '次日上午', '会同居委会', '与物业一起'])}${fillNumbers(random, random.pick(getText(typeCode).results))}。`;
}

function getText(typeCode: string): OwnText {
  const text = ownTexts[typeCode];
  if (!text) throw new Error(`no demonstration words for type ${typeCode}`);
  return text;
}
