/** What the tabs of a browser tell each other: they share the cookie that stands for a session. */
export type SessionNews = 'signed in' | 'signed out' | 'refused';

const NAME = 'winnow-session';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);

export const tabs = {
  tell: (news: SessionNews) => channel?.postMessage(news),

  listen(listener: (news: SessionNews) => void): () => void {
    const hear = ({ data }: MessageEvent) => listener(data as SessionNews);
    channel?.addEventListener('message', hear);
    return () => channel?.removeEventListener('message', hear);
  },
};
