import { texts } from "../lib/i18n";

export const bellText = texts({
  notices: ["お知らせ", "Notices"],
  unread: ["未読{count}件", "{count} unread"],
});
