import { describe, expect, test } from 'vitest';
import { oneProvince, readArguments } from '../src/arguments.ts';
import { Fault } from '../src/fault.ts';

describe('the command line', () => {
  test('names a command, provinces and options, wherever they stand', () => {
    const args = readArguments(['--data', '/tmp/x', 'provision', 'qom', 'qazvin', '--admin-email', 'a@b.ir']);
    expect(args).toMatchObject({
      command: 'provision',
      names: ['qom', 'qazvin'],
      data: '/tmp/x',
      adminEmail: 'a@b.ir',
      all: false,
    });
  });

  test('takes --province and --provinces together, and a separator of npm', () => {
    const args = readArguments([
      '--',
      'seed',
      '--sample',
      'large',
      '--province',
      'qom',
      '--provinces',
      'yazd,fars',
      '--problems',
      '1_000',
    ]);
    expect(args.provinces).toEqual(['qom', 'yazd', 'fars']);
    expect(args.problems).toBe(1000);
  });

  test.each([
    [['seed', '--problems', 'many'], /whole number/],
    [['seed', '--problems', '0'], /whole number/],
    [['seed', '--province', 'atlantis'], /no province "atlantis"/],
    [['seed', '--wrong'], /wrong/],
  ])('refuses %j in one sentence', (typed, sentence) => {
    expect(() => readArguments(typed)).toThrow(Fault);
    expect(() => readArguments(typed)).toThrow(sentence);
  });

  test('a command about one province takes exactly one that exists', () => {
    expect(oneProvince(readArguments(['backup', 'qom']))).toBe('qom');
    expect(() => oneProvince(readArguments(['backup']))).toThrow(/exactly one/);
    expect(() => oneProvince(readArguments(['backup', 'qom', 'yazd']))).toThrow(/exactly one/);
    expect(() => oneProvince(readArguments(['backup', 'nowhere']))).toThrow(/no province/);
  });
});
