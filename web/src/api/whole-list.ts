import { type QueryKey, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";

/** Rows that a list loads by itself; beyond that people filter. */
export const mostRows = 5000;
/** Rows of one call. */
export const pageRows = 500;

export interface ListPage<Row> {
  items: Row[];
  next_cursor?: string | null;
  total?: number | null;
}

/** The rows of a list; the pages behind the first one follow by themselves up to a bound. */
export function useWholeList<Row>(queryKey: QueryKey, page: (cursor: string) => Promise<ListPage<Row>>) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: "",
    getNextPageParam: (last: ListPage<Row>) => last.next_cursor ?? undefined,
    refetchOnWindowFocus: false,
    placeholderData: (before) => before,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const goesOn = hasNextPage && rows.length < mostRows;
  useEffect(() => {
    if (goesOn && !isFetching && !isError) void fetchNextPage();
  }, [goesOn, isFetching, isError, fetchNextPage]);
  return { rows, total: data?.pages[0]?.total ?? rows.length, complete: !hasNextPage, loading: goesOn, list };
}
