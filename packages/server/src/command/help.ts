export const help = `vitrina-server: the server of a shop.

  vitrina-server serve [--port PORT] [--host HOST] [--config FILE] [--import FEED]
      Serves the shop. --import takes a feed first, unless the same file was taken before.
  vitrina-server import FEED [--seller ID] [--config FILE]
      Takes a YML feed into the catalogue and reports what it took and what it refused. FEED is a file or an
      address that starts with https://. --seller tells whose it is in a shop with several.
  vitrina-server orders [--config FILE]
      The newest fifty orders, a line each.
  vitrina-server order NUMBER [shipped|delivered|cancelled] [--config FILE]
      One order; with a state it is brought there, and whoever wants to know is told.
  vitrina-server forget BUYER [--config FILE]
      Erases what is known of a buyer (vk:1, page:42); numbers, lines and sums of orders stay. Refused while an order is
      not paid or not delivered.
  vitrina-server migrate
      Brings the tables of the data base up to date; the other commands do that, too.

  FILE is vitrina.config.ts in this folder when left out.

Environment
  PORT, HOST               where to listen; 4110 and localhost
  DATABASE_URL             a PostgreSQL; without it PGlite keeps its files in VITRINA_DATA
  VITRINA_DATA             the data folder; .data/vitrina
  VITRINA_PUBLIC_URL       where browsers reach this server
  VITRINA_ORIGINS          pages that may call it: https://shop.example,https://feed.example
  VITRINA_TOKEN_SECRET     signs session tokens, at least 32 characters; "new,old" while it is being changed
  VITRINA_ACQUIRER_SECRET  signs payment notifications, likewise
  VITRINA_WEBHOOK_URL      where to report what happens to orders; an https address
  VITRINA_WEBHOOK_SECRET   signs those reports, at least 32 characters; "new,old" likewise
  VITRINA_RATE_LIMITS      calls a minute: address=3000,session=300,buyer=600,order=30; off for none
  VITRINA_MOST_AT_ONCE     requests worked on at once; 512, others are answered with 503
  VITRINA_TIME_LIMIT       seconds for a request; 15
  VITRINA_TRUSTED_PROXIES  how many proxies in front add to X-Forwarded-For; 0
  VITRINA_ACQUIRER_HABITS  what the test acquirer does wrong: late, twice, out-of-order, error-after-success,
                           never, wrong-amount, forged
      Without NODE_ENV=production missing secrets are made once and kept in the data folder.`
