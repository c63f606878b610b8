import { texts } from "../lib/i18n";

export const unitUse = texts({
  planned: ["設置予定", "Planned"],
  in_service: ["稼働中", "In service"],
  spare: ["予備機", "Spare"],
  stored: ["保管中", "Stored"],
  repair: ["修理中", "In repair"],
  retired: ["廃止", "Retired"],
});
