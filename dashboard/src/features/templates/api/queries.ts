import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../lib/api/client';
import { now } from '../../../lib/time/clock';
import { timeKey, timeParameters } from '../../../lib/time/range';
import { listing } from '../model/listing';
import { filtersOf, movesOn, type View } from '../model/view';
import { windowsOf } from '../model/windows';

const REFRESH_MILLIS = 30_000;

const refresh = (view: View) => (movesOn(view) ? REFRESH_MILLIS : false);

const selectionOf = (view: View) => ({ ...timeParameters(view.time), ...filtersOf(view) });

/** The templates of a view, with their trends: one request for all rows. */
export function templatesQuery(view: View) {
  const { time, service, level } = view;
  const { sort, limit } = listing(view);
  return queryOptions({
    queryKey: ['templates', { time: timeKey(time), service, level, sort, limit }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns', {
          params: { query: { ...selectionOf(view), sort, limit } },
          signal,
        }),
      ),
    refetchInterval: refresh(view),
    placeholderData: keepPreviousData,
  });
}

/** The services of a time, with how many records each has. */
export function servicesQuery({ time }: View) {
  return queryOptions({
    queryKey: ['templates', 'services', timeKey(time)],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/facets', {
          params: { query: { ...timeParameters(time), field: ['service'], limit: 100 } },
          signal,
        }),
      ),
  });
}

/** What is known of one template. */
export function templateQuery(templateId: string, view: View) {
  const { time, service, level } = view;
  return queryOptions({
    queryKey: ['template', templateId, { time: timeKey(time), service, level }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns/{template_id}', {
          params: { path: { template_id: templateId }, query: selectionOf(view) },
          signal,
        }),
      ),
    refetchInterval: refresh(view),
    placeholderData: keepPreviousData,
  });
}

/** The records of a template over time, by severity. */
export function trendQuery(templateId: string, view: View) {
  const { time, service, level } = view;
  return queryOptions({
    queryKey: ['template', templateId, 'trend', { time: timeKey(time), service, level }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/logs/histogram', {
          params: { query: { ...selectionOf(view), template_id: templateId, by: 'severity' } },
          signal,
        }),
      ),
    refetchInterval: refresh(view),
    placeholderData: keepPreviousData,
  });
}

/** What varies in a template. Not asked again by itself: it reads records. */
export function variablesQuery(templateId: string, view: View) {
  const { time, service, level } = view;
  return queryOptions({
    queryKey: ['template', templateId, 'variables', { time: timeKey(time), service, level }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns/{template_id}/variables', {
          params: { path: { template_id: templateId }, query: selectionOf(view) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Records that stand for a template, in brief. */
export function exemplarsQuery(templateId: string, view: View) {
  const { time, service, level } = view;
  return queryOptions({
    queryKey: ['template', templateId, 'exemplars', { time: timeKey(time), service, level }],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/patterns/{template_id}/exemplars', {
          params: {
            path: { template_id: templateId },
            query: { ...selectionOf(view), limit: 5, brief: true },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

const moment = (millis: number) => new Date(millis).toISOString();

/** What a time has that another has not. */
export function changesQuery(view: View) {
  const { time, before, after } = view;
  return queryOptions({
    queryKey: ['templates', 'changes', { time: timeKey(time), before, after }],
    queryFn: ({ signal }) => {
      const windows = windowsOf(view, now());
      return answer(
        api.GET('/api/patterns/diff', {
          params: {
            query: {
              base_start: moment(windows.before.from),
              base_end: moment(windows.before.to),
              start_time: moment(windows.after.from),
              end_time: moment(windows.after.to),
              limit: 100,
            },
          },
          signal,
        }),
      );
    },
    refetchInterval: refresh(view),
    placeholderData: keepPreviousData,
  });
}

/** All records over the times that are compared, by severity, and which times these are. */
export function volumeQuery(view: View) {
  const { time, before, after } = view;
  return queryOptions({
    queryKey: ['templates', 'volume', { time: timeKey(time), before, after }],
    queryFn: async ({ signal }) => {
      const windows = windowsOf(view, now());
      const query = { ...timeParameters(windows.shown), by: 'severity' } as const;
      const histogram = await answer(api.GET('/api/logs/histogram', { params: { query }, signal }));
      return { histogram, windows };
    },
    refetchInterval: refresh(view),
    placeholderData: keepPreviousData,
  });
}
