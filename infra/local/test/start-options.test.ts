import { describe, expect, test } from 'vitest';
import { Fault } from '../src/fault.ts';
import { readStartOptions } from '../src/start-options.ts';

describe('the options of npm start', () => {
  test('without any, the nation is a sample on port 4380 in .data', () => {
    expect(readStartOptions([])).toEqual({
      port: 4380,
      data: '.data',
      sample: 'nation',
      problems: 1_000_000,
      province: undefined,
      reset: false,
    });
  });
  test('each is taken as given', () => {
    const given = [
      '--port',
      '8080',
      '--data',
      '/tmp/x',
      '--sample',
      'large',
      '--problems',
      '500',
      '--province',
      'qom',
      '--reset',
    ];
    expect(readStartOptions(given)).toEqual({
      port: 8080,
      data: '/tmp/x',
      sample: 'large',
      problems: 500,
      province: 'qom',
      reset: true,
    });
  });
  test.each([
    [['--port', 'abc'], /--port must be a whole number from 1 to 65535, not "abc"/],
    [['--port', '70000'], /--port must be a whole number/],
    [['--sample', 'small'], /--sample must be one of none, nation, large, not "small"/],
    [['--problems', '0'], /--problems must be a whole number/],
    [['--province', 'qom'], /--province goes with --sample large/],
    [['--colour'], /--colour/],
    [['extra'], /extra/],
  ])('%j is told in one sentence', (args, sentence) => {
    expect(() => readStartOptions(args)).toThrow(Fault);
    expect(() => readStartOptions(args)).toThrow(sentence);
  });
  test('help is not a start', () => {
    expect(readStartOptions(['--help'])).toBeUndefined();
  });
});
