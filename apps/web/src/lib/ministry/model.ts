import type { NationApi } from '@mahalleh/api/client';

/** The national home as the API gives it. */
export type Home = NationApi['GET /home']['output'];
/** One province by its counties. */
export type Drill = NationApi['GET /provinces/{slug}']['output'];
/** What a headline is. */
export type Headline = Home['headlines'][number];
/** A province or a county with its figures. */
export type Place = Home['provinces'][number];
/** A figure with what it rests on. */
export type PlaceFigure = Place['figures'][string];
/** Days from registration to solution, spread over buckets. */
export type Days = Home['daysToSolve'];
/** One figure for every county. */
export type CountyLeague = NationApi['GET /counties']['output'];
/** One county of the league. */
export type LeagueCounty = CountyLeague['counties'][number];
/** Places beside each other, with one figure over time. */
export type Compared = NationApi['GET /compare']['output'];
/** One of them. */
export type ComparedPlace = Compared['places'][number];
/** My boards, shared ones, and pinned moments. */
export type Boards = NationApi['GET /boards']['output'];
/** A board. */
export type BoardRow = Boards['rows'][number];
