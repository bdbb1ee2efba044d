import { CAPACITY_KINDS, hoursOf, limitOf, peakOf, whyClosed } from '@mahalleh/capacity/model';
import { foundingRows } from '@mahalleh/councils';
import {
  foldText,
  isWithin,
  normaliseText,
  personalNumberIn,
  PROVINCES,
  shapeOf,
  whyNotInProvince,
  zName,
} from '@mahalleh/kernel';
import { FIRST_METHOD, NATIONAL_DOMAINS } from '@mahalleh/problems/model';
import { scoreOf, type Sums } from '@mahalleh/problems/rules';
import { CURRENT_CONSENT } from '@mahalleh/volunteers/model';
import { cleanPhoto } from '@mahalleh/evidence/photo';
import { describe, expect, test } from 'vitest';
import { mosqueName } from '../src/seed/names.ts';
import { toldOf } from './ground.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const slugs = PROVINCES.map(({ slug }) => slug);
const sheets = new Map(slugs.map((slug) => [slug, toldOf(slug, NOW)]));
const told = [...sheets.values()];
const sheetOf = (slug: (typeof slugs)[number]) => sheets.get(slug)?.sheet ?? toldOf(slug, NOW).sheet;

describe('councils of the sample', () => {
  test.each(slugs)('%s: every appointment is to a seat of the charter in force, and nobody holds two', (slug) => {
    const { councils, appointments } = sheetOf(slug);
    const founding = foundingRows(slug);
    expect(councils.length).toBeGreaterThan(4);
    for (const council of councils) {
      const charter = founding.charters.find(({ id }) => id === council.charterId);
      expect(charter).toMatchObject({ kind: council.kind, supersededOn: null });
      const seats = founding.seats.filter(({ charterId }) => charterId === council.charterId).map(({ id }) => id);
      const held = appointments.filter(({ councilId }) => councilId === council.id);
      expect(held.filter(({ seatId }) => !seats.includes(seatId))).toEqual([]);
      expect(new Set(held.map(({ seatId }) => seatId)).size).toBe(held.length);
      expect(new Set(held.map(({ personId }) => personId)).size).toBe(held.length);
    }
  });

  test('Tehran county lacks its second seat of civil society and no other', () => {
    const author = toldOf('tehran', NOW);
    const county = author.place('county', 'تهران');
    const council = author.sheet.councils.find(({ unitId }) => unitId === county.id);
    const open = author.sheet.appointments.filter(({ councilId, endedOn }) => councilId === council?.id && !endedOn);
    const seats = foundingRows('tehran').seats.filter(({ charterId }) => charterId === council?.charterId);
    expect(seats.filter(({ id }) => !open.some(({ seatId }) => seatId === id)).map(({ key }) => key)).toEqual([
      'civil_society_2',
    ]);
  });
});

describe('places of the sample', () => {
  test.each(['qom', 'qazvin'] as const)('%s: every neighbourhood has a point and a boundary around it', (slug) => {
    const { units, passports, problems, capacities, bases } = sheetOf(slug);
    for (const { unitId, boundaryGeojson } of passports) {
      const unit = units.find(({ id }) => id === unitId);
      const middle = { latitude: unit?.latitude ?? 0, longitude: unit?.longitude ?? 0 };
      const shape = shapeOf(boundaryGeojson) ?? [];
      expect([whyNotInProvince(slug, middle), isWithin(middle, shape)]).toEqual([undefined, true]);
      const things = [...problems, ...capacities, ...bases].filter((one) => one.unitId === unitId && one.latitude);
      expect(things.length).toBeGreaterThan(0);
      for (const { latitude, longitude } of things)
        expect(isWithin({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, shape)).toBe(true);
    }
  });

  test('a sensitive problem has no point', () => {
    const sensitive = NATIONAL_DOMAINS.filter(({ isSensitive }) => isSensitive).map(({ key }) => key as string);
    const placed = told.flatMap(({ sheet }) => sheet.problems).filter(({ latitude }) => latitude != null);
    expect(placed.length).toBeGreaterThan(20);
    expect(placed.filter(({ domainKey }) => sensitive.includes(domainKey))).toEqual([]);
  });
});

describe('the told provinces', () => {
  test('Qom has its four neighbourhoods, two of them models', () => {
    const { units } = sheetOf('qom');
    expect(units.map(({ nameEn }) => nameEn)).toEqual(
      expect.arrayContaining(['Sheikhabad', 'Pardisan', 'Imam Reza', 'Chaharmardan']),
    );
    expect(units.filter(({ isModel }) => isModel).map(({ nameEn }) => nameEn)).toEqual(['Sheikhabad', 'Pardisan']);
  });

  test('Qazvin counts 263 mosques, 118 of them active, and aims at all of them', () => {
    const { bases, targets, units } = sheetOf('qazvin');
    const mosques = bases.filter(({ kind }) => kind === 'mosque');
    expect(mosques.length).toBe(263);
    expect(mosques.filter(({ activation }) => activation === 'active').length).toBe(118);
    expect(targets.some(({ goalValue }) => goalValue === 263)).toBe(true);
    const railway = units.find(({ nameEn }) => nameEn === 'Railway');
    expect(bases.find(({ unitId, isLead }) => unitId === railway?.id && isLead)?.name).toBe('مسجد جوادالائمه');
  });

  test('every province has the eight accounts, and some task that is late', () => {
    for (const { sheet, calendar, slug } of told) {
      const names = ['admin', 'dg', 'governor', 'secretary', 'manager', 'facilitator', 'agency', 'observer'];
      expect(sheet.accounts.map(({ email }) => email).toSorted()).toEqual(
        names.map((name) => `${name}@${slug}.sample`).toSorted(),
      );
      expect(sheet.tasks.some(({ status, dueOn }) => status === 'open' && dueOn < calendar.day(0))).toBe(true);
    }
  });
});

describe('the capacity bank of the sample', () => {
  test('is booked within its hours and never beyond what there is', () => {
    for (const { sheet } of told)
      for (const { id, kind, hoursJson = null, quantity = null, amountRial = null, ...more } of sheet.capacities) {
        const own = sheet.bookings.filter(({ capacityId }) => capacityId === id);
        const taken = own.map((one) => ({ ...one, units: one.amountRial ?? one.quantity ?? 1 }));
        expect(peakOf(taken)).toBeLessThanOrEqual(limitOf({ kind, quantity, amountRial }));
        const isClosedOnHolidays = more.isClosedOnHolidays ?? false;
        const hours = hoursOf({ hoursJson, exceptionsJson: null, isClosedOnHolidays });
        if (kind !== 'fund') expect(own.filter((one) => whyClosed(kind, hours, one))).toEqual([]);
      }
  });

  test('of the model neighbourhoods holds every kind; places, equipment and a fund are booked', () => {
    for (const slug of ['qom', 'qazvin'] as const) {
      const { units, capacities, bookings } = sheetOf(slug);
      const model = units.find(({ isModel }) => isModel);
      const booked = capacities.filter(
        ({ id, unitId }) => unitId === model?.id && bookings.some(({ capacityId }) => capacityId === id),
      );
      expect(new Set(booked.map(({ kind }) => kind))).toEqual(new Set(['place', 'equipment', 'fund']));
      const kinds = capacities.filter(({ unitId }) => unitId === model?.id).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(CAPACITY_KINDS));
    }
  });

  test('has volunteers with a whole consent, recorded by the manager of their neighbourhood', () => {
    for (const { sheet, calendar } of told) {
      expect(sheet.volunteers.length).toBeGreaterThan(3);
      for (const { unitId, fullName, skills, consent } of sheet.volunteers) {
        expect(fullName).toContain('نمونه');
        expect(skills.length).toBeGreaterThan(0);
        expect(consent.on <= calendar.day(0) && consent.on >= CURRENT_CONSENT.from).toBe(true);
        expect(sheet.passports.find((one) => one.unitId === unitId)?.managerPersonId).toBe(consent.recordedBy);
      }
    }
  });
});

describe('the registry of the sample', () => {
  test('Sheikhabad’s dark alleys: 641 votes and 88 supporters, the residents’ first and the experts’ fifth', () => {
    const { units, problems } = sheetOf('qom');
    const unitId = units.find(({ nameEn }) => nameEn === 'Sheikhabad')?.id;
    const own = problems.filter((one) => one.unitId === unitId);
    const lamps = own.find(({ title }) => title === 'تاریکی کوچه‌های ۸ تا ۱۴');
    expect(lamps).toMatchObject({ residentsVotes: 641, supporters: 88, rank: 5, expertsCount: 9 });
    expect(own.filter(({ residentsScore }) => (residentsScore ?? 0) > (lamps?.residentsScore ?? 0))).toEqual([]);
    const statuses = new Set(own.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual(['closed', 'merged', 'solved', 'split', 'started', 'triaged']);
    expect(own.some(({ status, confirmedAtMs }) => status === 'solved' && !confirmedAtMs)).toBe(true);
    expect(own.filter(({ splitFromId }) => splitFromId)).toHaveLength(2);
  });

  test('every score follows from the points on the sheet, and nobody confirms what they called solved', () => {
    for (const { sheet } of told)
      for (const problem of sheet.problems) {
        const held = (side: string) =>
          sheet.problemScores
            .filter((round) => round.problemId === problem.id && round.side === side)
            .map(({ voters, supporters, sumsJson }) => ({ voters, supporters, sums: JSON.parse(sumsJson) as Sums }));
        expect(problem.residentsScore ?? null).toBe(scoreOf(held('residents'), FIRST_METHOD));
        expect(problem.expertsScore ?? null).toBe(scoreOf(held('experts'), FIRST_METHOD));
        if (problem.confirmedAtMs) expect(problem.confirmedBy).not.toBe(problem.solvedBy);
      }
  });

  test('an escalation is overdue in Qom and in Qazvin, and one is answered', () => {
    for (const slug of ['qom', 'qazvin'] as const) {
      const { calendar } = toldOf(slug, NOW);
      const late = sheetOf(slug).problems.filter(({ levelDueOn }) => levelDueOn && levelDueOn < calendar.day(0));
      expect(late.length).toBeGreaterThan(0);
    }
    expect(sheetOf('qom').problemEscalations.some(({ outcome }) => outcome === 'answered')).toBe(true);
  });
});

describe('what a sample may not hold', () => {
  test('everybody is invented and says so, and has no number', () => {
    for (const { fullName, mobile, isSample, jobTitle } of told.flatMap(({ sheet }) => sheet.people)) {
      expect(fullName).toContain('نمونه');
      expect(jobTitle).toContain('نمونه');
      expect(zName().safeParse(fullName).success).toBe(true);
      expect(isSample).toBe(true);
      expect(mobile).toBeUndefined();
    }
  });

  test('every record that can be marked as sample is', () => {
    for (const { sheet } of told) {
      const rows = [
        ...sheet.units,
        ...sheet.agencies,
        ...sheet.bases,
        ...sheet.problems,
        ...sheet.capacities,
        ...sheet.bookings,
        ...sheet.volunteers,
        ...sheet.operations,
        ...sheet.targets,
      ];
      expect(rows.filter(({ isSample }) => isSample !== true)).toEqual([]);
    }
  });

  test('no text holds a number of a person, and all are written as they would be stored', () => {
    const texts = told.flatMap(({ sheet }) => [
      ...sheet.problems.flatMap(({ title, description, rootCause, solution }) => [
        title,
        description,
        rootCause,
        solution,
      ]),
      ...sheet.problems.flatMap(({ whysJson }) => (whysJson ? (JSON.parse(whysJson) as string[]) : [])),
      ...sheet.problemEscalations.flatMap(({ reason, answer }) => [reason, answer]),
      ...sheet.operations.flatMap(({ title, goal, resultNote }) => [title, goal, resultNote]),
      ...sheet.capacities.flatMap(({ name, note }) => [name, note]),
      ...sheet.bookings.map(({ purpose }) => purpose),
    ]);
    for (const text of texts.filter((text) => typeof text === 'string')) {
      expect(personalNumberIn(text)).toBeUndefined();
      expect(normaliseText(text)).toBe(text);
    }
  });

  test('a problem of a sensitive domain has no point and no photo', () => {
    const sensitive = new Set<string>(NATIONAL_DOMAINS.filter(({ isSensitive }) => isSensitive).map(({ key }) => key));
    for (const { sheet } of told) {
      const found = sheet.problems.filter(({ domainKey }) => sensitive.has(domainKey));
      expect(found.filter(({ placeKind, latitude }) => placeKind !== 'whole' || latitude !== null)).toEqual([]);
      const plain = new Set(sheet.operations.filter((one) => !sensitive.has(one.domainKey)).map(({ id }) => id));
      const photos = sheet.evidence.filter(({ kind }) => kind === 'photo');
      expect(photos.filter(({ subjectId }) => !plain.has(subjectId))).toEqual([]);
      expect(sheet.operations.filter((one) => sensitive.has(one.domainKey) && one.placeKind === 'point')).toEqual([]);
      expect(photos.map(({ blobKey }) => blobKey).toSorted()).toEqual(sheet.files.map(({ key }) => key).toSorted());
      expect(sheet.files.every(({ bytes }) => 'bytes' in cleanPhoto(bytes) && bytes.length < 60_000)).toBe(true);
    }
  });
});

describe('a sample that could have been entered', () => {
  test('codes and names are not there twice', () => {
    for (const { sheet } of told) {
      const isOnce = (keys: readonly string[]) => new Set(keys).size === keys.length;
      expect(isOnce(sheet.problems.map(({ code }) => code))).toBe(true);
      expect(isOnce(sheet.bases.map(({ unitId, kind, name }) => `${unitId} ${kind} ${foldText(name)}`))).toBe(true);
    }
    expect(new Set(Array.from({ length: 300 }, (_, n) => foldText(mosqueName(n)))).size).toBe(300);
  });

  test('tasks lie within their operation, and nothing happened in the future', () => {
    for (const { sheet } of told) {
      for (const task of sheet.tasks) {
        const operation = sheet.operations.find(({ id }) => id === task.operationId);
        expect(
          operation &&
            operation.startsOn <= task.startsOn &&
            task.startsOn <= task.dueOn &&
            task.dueOn <= operation.endsOn,
        ).toBe(true);
      }
      for (const problem of sheet.problems)
        for (const at of [
          problem.registeredAtMs,
          problem.triagedAtMs,
          problem.startedAtMs,
          problem.solvedAtMs,
          problem.closedAtMs,
        ])
          expect(at ?? 0).toBeLessThanOrEqual(NOW);
    }
  });
});
