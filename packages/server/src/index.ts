export type { AcquirerHabit, AcquirerSubject, HabitsOf } from './acquirer/habits.ts'
export type { AuditOptions, Violation } from './audit/audit-shop.ts'
export { auditShop } from './audit/audit-shop.ts'
export type { Authenticated, AuthenticationFailure, Authenticator } from './authenticator.ts'
export { databaseSink } from './catalogue/database-sink.ts'
export type { CatalogueSink, FeedCategory, FeedProduct, FeedVariant } from './catalogue-sink.ts'
export type { Environment } from './configuration/environment.ts'
export { readEnvironment } from './configuration/environment.ts'
export { loadConfig } from './configuration/load-config.ts'
export type { ShopConfig, VitrinaConfig } from './configuration/shop-config.ts'
export { defineConfig } from './configuration/shop-config.ts'
export type { Server, ServerOptions } from './create-server.ts'
export { createServer } from './create-server.ts'
export type { DadataAddressesOptions } from './dadata-addresses.ts'
export { dadataAddresses } from './dadata-addresses.ts'
export { migrate } from './database/migrate.ts'
export type { Database, DatabaseLocation, OpenDatabaseFailure } from './database/open-database.ts'
export { openDatabase } from './database/open-database.ts'
export type { FeedReport, ImportFeedOptions } from './feed/index.ts'
export { formatReport, importFeed } from './feed/index.ts'
export type { GuardOptions, Peer } from './guard/guard.ts'
export type { RateLimits } from './guard/rate-limits.ts'
export { defaultRateLimits } from './guard/rate-limits.ts'
export type { LogEntry } from './http/front.ts'
export type { OrderEvent, OrderEventType, OutboxChannel, Tell } from './outbox/order-event.ts'
export type { Webhook } from './outbox/webhook.ts'
export type {
  NotificationFailure,
  PaymentKey,
  PaymentNotification,
  PaymentOutcome,
  PaymentProvider,
  PaymentRequest,
  PaymentStatus,
  ProviderFailure,
} from './payments/payment-provider.ts'
export type { PaymentToReview } from './payments/payments-to-review.ts'
export { paymentsToReview } from './payments/payments-to-review.ts'
export type { ServeFailure, ServeOptions, Serving } from './serve.ts'
export { serve } from './serve.ts'
