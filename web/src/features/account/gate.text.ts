import { texts } from "../../lib/i18n";

export const gateText = texts({ product: ["保守番", "Hoshuban"] });
