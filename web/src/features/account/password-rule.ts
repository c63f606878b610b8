import type { Errors } from "../../lib/form";
import { message } from "../../lib/i18n";
import { accountText } from "./account.text";

export interface NewPassword {
  password: string;
  repeat: string;
}

export const shortestPassword = 12;

export function passwordErrors({ password, repeat }: NewPassword): Errors<NewPassword> {
  if (Array.from(password).length < shortestPassword)
    return { password: message(accountText, "passwordShort") };
  return password === repeat ? {} : { repeat: message(accountText, "passwordDiffers") };
}
