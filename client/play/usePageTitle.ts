import { useEffect } from "preact/hooks";

/** Names the browser's tab for as long as this part of the page is what is going on. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
