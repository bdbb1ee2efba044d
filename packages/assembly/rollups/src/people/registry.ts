import type { PeopleMetric } from '@mahalleh/metric';
import { peopleMetrics as problems } from '@mahalleh/problems/metrics';
import { peopleMetrics as volunteers } from '@mahalleh/volunteers/metrics';

/** Every metric of people. Each has a population of its own, so that no table gives back what another hides. */
export const peopleMetrics: readonly PeopleMetric[] = [...problems, ...volunteers];
