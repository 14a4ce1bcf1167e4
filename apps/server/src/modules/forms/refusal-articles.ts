import type { refusalArticles } from '@linli/contract';

type Article = (typeof refusalArticles)[number];

/** What a committee answers with, and on which article. Words of our own; the articles are named, not quoted. */
const articles: Readonly<Record<Article, { article: string; answer: string }>> = {
  'data-reuse': {
    article: '《上海市数据条例》第三十条',
    answer: '所需数据可通过共享取得，不得重复采集，请直接调取。',
  },
  'list-only': {
    article: '居民委员会协助行政事项清单、证明事项与台账准入制度',
    answer: '该项不在准入清单内，居委会不予填报；确需开展的，请先按程序申请列入清单。',
  },
  'committee-law': {
    article: '《中华人民共和国城市居民委员会组织法》第二十条',
    answer: '部门需要居委会协助的，应经街道统一安排，请向街道提出。',
  },
  'form-exists': {
    article: '《上海市数据条例》第三十条、第三十八条',
    answer: '相同内容已有表单自动汇总，请在系统中调取。',
  },
  'no-purpose': {
    article: '《中华人民共和国个人信息保护法》第六条、第三十四条',
    answer: '未说明法定职责和用途，涉及个人信息的内容不能提供。',
  },
};

export function articleOf(key: Article): { article: string; answer: string } {
  return articles[key];
}
