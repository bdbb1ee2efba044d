import type {
  ActingOperation,
  AgencyWork,
  Cell,
  CellDetail,
  DutyItem,
  GapItem,
  GapList,
  Matrix,
} from '@mahalleh/responsibility/model';

export type { ActingOperation, AgencyWork, Cell, CellDetail, DutyItem, GapItem, GapList, Matrix };
