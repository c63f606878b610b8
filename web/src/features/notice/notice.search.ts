/** What the list of notices shows, as the address says it. */
export interface NoticeSearch {
  unread?: true | undefined;
}

export const noticeSearch = (search: Record<string, unknown>): NoticeSearch =>
  search.unread === true || search.unread === "true" ? { unread: true } : {};
