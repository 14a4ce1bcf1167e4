/** Who wrote, and as which of our sites we were written to. */
export interface Sender {
  partnerId: string;
  code: string;
  siteId: string;
  ownCode: string;
  path: string;
  /** The last of their messages applied here when the request came in. */
  inSeq: string;
}
