import { texts } from "../../lib/i18n";

export const accountText = texts({
  signInTitle: ["ログイン", "Sign in"],
  login: ["利用者ID", "User ID"],
  password: ["パスワード", "Password"],
  signIn: ["ログインする", "Sign in"],
  enterLogin: ["利用者IDを入力してください。", "Enter your user ID."],
  enterPassword: ["パスワードを入力してください。", "Enter your password."],
  forgot: [
    "パスワードが分からないときは、管理者に再設定のリンクを依頼してください。",
    "If you do not know your password, ask the administrator for a reset link.",
  ],
  firstTitle: ["最初の管理者を登録する", "Register the first administrator"],
  invitationTitle: ["利用を始める", "Start using Hoshuban"],
  resetTitle: ["パスワードを決め直す", "Choose a new password"],
  firstLead: [
    "このリンクは一度だけ、30分間使えます。ここで登録した人が、利用者と権限を管理します。",
    "This link works once, for 30 minutes. The person registered here manages accounts and rights.",
  ],
  invitationLead: [
    "{name} さんの利用者IDを確かめ、パスワードを決めてください。",
    "{name}, please check your user ID and choose a password.",
  ],
  name: ["氏名", "Name"],
  nameHint: [
    "帳票と記録に、このとおり印字されます。",
    "Printed on papers and in the records exactly as written here.",
  ],
  loginHint: ["英数字と . _ - @ が使えます。64文字まで。", "Letters, digits and . _ - @; up to 64."],
  loginWrong: [
    "利用者IDは英数字と . _ - @ で入力してください。",
    "Enter a user ID of letters, digits and . _ - @.",
  ],
  enterName: ["氏名を入力してください。", "Enter your name."],
  newPassword: ["新しいパスワード", "New password"],
  passwordHint: [
    "12文字以上。長い文の方が覚えやすく、破られにくくなります。",
    "At least 12 characters. A long phrase is easier to remember and harder to break.",
  ],
  repeatPassword: ["新しいパスワード（確認）", "New password again"],
  passwordShort: [
    "パスワードは12文字以上で入力してください。",
    "Enter a password of at least 12 characters.",
  ],
  passwordDiffers: ["確認のパスワードが一致しません。", "The two passwords differ."],
  register: ["登録して始める", "Register and start"],
  save: ["変更する", "Change"],
  linkTitle: ["このリンクは使えません", "This link cannot be used"],
  linkAdvice: [
    "リンクは一度だけ使えます。期限が過ぎたか、すでに使われました。管理者に新しいリンクを依頼してください。",
    "A link works once. It has expired or was used. Ask the administrator for a new one.",
  ],
  toSignIn: ["ログインへ", "To sign-in"],
  accountTitle: ["自分の登録", "My account"],
  changePassword: ["パスワードを変える", "Change password"],
  currentPassword: ["今のパスワード", "Current password"],
  passwordChanged: ["パスワードを変えました。", "The password was changed."],
  rolesTitle: ["契約での役割", "Roles in contracts"],
  noRoles: ["契約での役割はありません。", "No role in any contract."],
  contract: ["契約", "Contract"],
  role: ["役割", "Role"],
  administrator: ["管理者（利用者と権限の管理）", "Administrator (accounts and rights)"],
});
