const variants = new Map(
  Object.entries({
    髙: "高",
    﨑: "崎",
    嵜: "崎",
    邊: "辺",
    邉: "辺",
    齋: "斎",
    齊: "斉",
    濵: "浜",
    濱: "浜",
    澤: "沢",
    溪: "渓",
    廣: "広",
    國: "国",
    德: "徳",
    眞: "真",
    增: "増",
    櫻: "桜",
    萬: "万",
    彌: "弥",
    槇: "槙",
    瀨: "瀬",
    𠮷: "吉",
  }),
);

const small = new Map(
  Array.from("ぁぃぅぇぉっゃゅょゎゕゖ", (letter, i) => [letter, "あいうえおつやゆよわかけ"[i]]),
);
const katakana = /[\u30a1-\u30f6]/g;
const dashes = /[\u2010-\u2015\u2212\u30fc\uff0d\uff70]/g;

/**
 * The key under which texts are searched: compatibility forms, case, kana, spaces, dashes and common variants of kanji
 * are made equal. Only ever a key, never shown or stored.
 */
export function fold(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(dashes, "-")
    .replace(/\s+/g, "")
    .replace(/[\ufe00-\ufe0f]|\udb40[\udd00-\uddef]/g, "");
  return Array.from(plain, (letter) => small.get(letter) ?? variants.get(letter) ?? letter).join("");
}
