// Made by `npm run contracts` from contracts/openapi.json: not to be changed by hand.

export interface paths {
    readonly "/": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A page with the way to everything else */
        readonly get: operations["getStartPage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/asyncapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** AsyncAPI 3 document of the Kafka topics */
        readonly get: operations["getAsyncApi"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/contracts/{topic}/{type}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** JSON Schema of one kind of record, as named by ce_dataschema */
        readonly get: operations["getContract"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The process answers */
        readonly get: operations["getLiveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Database takes writes, schema fits, not stopping */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/problems": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Every problem this server can answer with */
        readonly get: operations["listProblems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/problems/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a problem means, and how to fix it */
        readonly get: operations["getProblem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Accounts, newest first; customers see their own */
        readonly get: operations["listAccounts"];
        readonly put?: never;
        /** Open an account in one currency */
        readonly post: operations["openAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An account, now, at a version or at an instant */
        readonly get: operations["getAccount"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Close an empty account for good */
        readonly post: operations["closeAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/deposits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Book money that was received for the account */
        readonly post: operations["depositFunds"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/entries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What moved on an account, newest first */
        readonly get: operations["listEntries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/freeze": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let no money out; what comes in is taken */
        readonly post: operations["freezeAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is, or was, set aside on an account */
        readonly get: operations["listHolds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/statement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Opening balance, entries and closing balance of a period; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getStatement"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/unfreeze": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Let money out again */
        readonly post: operations["unfreezeAccount"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/accounts/{id}/withdrawals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Pay out what can be spent, or a part of it */
        readonly post: operations["withdrawFunds"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/cancellations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Why orders were cancelled, and at which stage; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getCancellations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/customers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who bought most, and who for the first time; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getCustomerRanking"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/funnel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many orders came how far, and how long each step took; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getFunnel"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/sales": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What was paid and given back, by interval and currency; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getSales"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/stock-turnover": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What came and went of each SKU, and how often it turned over; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getStockTurnover"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/analytics/top-products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What sells best, in each currency; as JSON, or as text/csv if Accept asks for it */
        readonly get: operations["getTopProducts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{customerId}/contact": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where mails to a customer go, and whether any do */
        readonly get: operations["getContact"];
        /** Say where mails go and in which language, or that none are wanted */
        readonly put: operations["putContact"];
        readonly post?: never;
        /** Forget where mails went; none are sent any more */
        readonly delete: operations["deleteContact"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{customerId}/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The orders of a customer, newest first */
        readonly get: operations["listCustomerOrders"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/customers/{customerId}/personal-data": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Everything that is held about a customer
         * @description That an operator has read it is recorded.
         */
        readonly get: operations["getPersonalData"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Erase the names and addresses of a customer, everywhere and for good
         * @description Refused while an order is still to be sent. Orders, money and history stay, and show "erased" instead. Asked again, it does nothing; `GET` shows how far it is.
         */
        readonly delete: operations["erasePersonalData"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ledger/trial-balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The ledger by kind of account and currency; each currency adds up to 0 */
        readonly get: operations["getTrialBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notifications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What customers were written, newest first */
        readonly get: operations["listNotifications"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notifications/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One, with the mail as it would be written now */
        readonly get: operations["getNotification"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/notifications/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send it once more; also what has failed or was suppressed */
        readonly post: operations["resendNotification"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/actions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What operators did, when and why, newest first; the chain of hashes is in audit.log */
        readonly get: operations["listOperatorActions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/approvals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What waits for a second person, or has; newest first */
        readonly get: operations["listApprovals"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/approvals/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One approval */
        readonly get: operations["getApproval"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/approvals/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Agree, and have it done in the name of whoever asked
         * @description Never by the person who asked. One that is `approved` and not done yet is done by agreeing again.
         */
        readonly post: operations["grantApproval"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/approvals/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Refuse: it is not done */
        readonly post: operations["rejectApproval"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/attention": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whatever will not get better by itself, and what can be done about it; newest first */
        readonly get: operations["listAttention"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Records from Kafka that could not be handled */
        readonly get: operations["listDeadLetters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/dead-letters/{id}/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give it up for good */
        readonly post: operations["discardDeadLetter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/dead-letters/{id}/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Handle it again, and with it the open ones of its key, in order */
        readonly post: operations["replayDeadLetter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The event log, newest first
         * @description `from` and `to` go by the time of recording. With both `stream` and `type` a page may be short, and even empty, while there is more: go on as long as there is a nextCursor.
         */
        readonly get: operations["listEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/kafka": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Consumer and producer of this instance, and the lag of each partition */
        readonly get: operations["getKafka"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/operations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Verbs told to many things, newest first */
        readonly get: operations["listOperations"];
        readonly put?: never;
        /**
         * Tell a verb to all that match now, one after the other
         * @description saga.retry, saga.compensate, parked.retry, parked.discard, dead-letter.replay, dead-letter.discard. The set is frozen; each thing is told and recorded as if alone.
         */
        readonly post: operations["beginOperation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/operations/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far it is */
        readonly get: operations["getOperation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/operations/{id}/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What became of each thing */
        readonly get: operations["listOperationItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/operations/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stop after the thing under way */
        readonly post: operations["stopOperation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/outages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Who gives no answer, since when, and how many orders wait; they go on by themselves */
        readonly get: operations["listOutages"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/outages/{party}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try all that waits for it now */
        readonly post: operations["retryOutage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/overview": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How it goes, in figures; each has a list of its own */
        readonly get: operations["getOverview"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/parked": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The event that holds up each waiting sequence, newest first */
        readonly get: operations["listParked"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/parked/{id}/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give it up for good; the rest follows in order */
        readonly post: operations["discardParked"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/parked/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Try it again now; on success the rest follows in order */
        readonly post: operations["retryParked"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/rebuilds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest rebuilds */
        readonly get: operations["listRebuilds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/rebuilds/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Progress of a rebuild, and what its comparison found */
        readonly get: operations["getRebuild"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/retention": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How large each table is, what is removed after how many days, and when that was done last */
        readonly get: operations["listRetention"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/retention/run": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Do it now instead of within the hour */
        readonly post: operations["runRetention"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/sagas": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Sagas, those that changed last first */
        readonly get: operations["listSagas"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/sagas/{orderId}/compensate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give up and take back what was done */
        readonly post: operations["compensateSaga"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/sagas/{orderId}/resolve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * It was done by hand: go on without it
         * @description A compensation, or something that somebody should have been told. Closes that one thing.
         */
        readonly post: operations["resolveSaga"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/sagas/{orderId}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send the command again, now
         * @description Of what needs attention; otherwise of the step that is under way. The command keeps its id.
         */
        readonly post: operations["retrySaga"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/snapshots/rebuild": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Fold long streams that have no snapshot of the shape of today, one after the other */
        readonly post: operations["rebuildSnapshots"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/snapshots/rebuilds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The newest rebuilds of snapshots */
        readonly get: operations["listSnapshotRebuilds"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/snapshots/rebuilds/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Progress of a rebuild of snapshots */
        readonly get: operations["getSnapshotRebuild"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/snapshots/rebuilds/{id}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stop after the stream under way; what is stored stays, and another rebuild goes on from there */
        readonly post: operations["stopSnapshotRebuild"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far each subscription has come, by name */
        readonly get: operations["listSubscriptions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/subscriptions/{name}/pause": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Stop it, wherever it runs, until it is resumed */
        readonly post: operations["pauseSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/subscriptions/{name}/rebuild": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Compute a read model anew beside the live one, compare, and switch */
        readonly post: operations["rebuildSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/subscriptions/{name}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Go on from the checkpoint */
        readonly post: operations["resumeSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/subscriptions/{name}/rewind": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** After the log has lost its last part: go on from the head as it is now */
        readonly post: operations["rewindSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/ops/system": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Versions, instances and settings; of secrets only whether they are set */
        readonly get: operations["getSystem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Orders, newest first; a customer sees only their own
         * @description A page of large orders is shorter than `limit`; `nextCursor` tells whether there is more.
         */
        readonly get: operations["listOrders"];
        readonly put?: never;
        /** Make a draft, or with "confirm" an order that is fulfilled */
        readonly post: operations["createOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An order, now, at a version or at an instant */
        readonly get: operations["getOrder"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/as-of": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** An order in every room, as it stood at a time or at a position of the log */
        readonly get: operations["getOrderAsOf"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel an order, or with "items" a part of it: a draft ends at once, an order in fulfilment when what was done is undone, unless the parcel is faster
         * @description With `items` only these units go, at once: their stock is released, their money is not taken or goes back, and the rest is sent. All units by name are the whole order. Once the carrier has the parcel: 409.
         */
        readonly post: operations["cancelOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Start fulfilment: reserve, pay, ship, or undo it all */
        readonly post: operations["confirmOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/deliver": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that a shipped order has arrived */
        readonly post: operations["deliverOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What changed about an order in every room, and by which event; oldest first */
        readonly get: operations["getOrderDiff"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The audit trail of an order, oldest first */
        readonly get: operations["listOrderEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/fulfilment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far an order has come, step by step */
        readonly get: operations["getFulfilment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Add units of a SKU to a draft, at today's price */
        readonly post: operations["addOrderItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/items/{sku}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Take units, or without "quantity" a line, out of a draft */
        readonly delete: operations["removeOrderItem"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything that happens to an order, as it happens (server-sent events); ends when it rests */
        readonly get: operations["followOrder"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/notifications": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the customer was written about an order, newest first */
        readonly get: operations["listOrderNotifications"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/payment-method": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Say how a draft will be paid */
        readonly put: operations["choosePaymentMethod"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The payments of an order, newest first */
        readonly get: operations["listOrderPayments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/reprice": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give the lines of a draft today's names and prices
         * @description How a customer agrees to prices that have changed since the draft was made.
         */
        readonly post: operations["repriceOrder"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/returns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask to send units of a delivered order back
         * @description Never more than was delivered and not yet returned. The shop approves or rejects it.
         */
        readonly post: operations["requestReturn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/shipping-address": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Say where it goes; possible until it is shipped */
        readonly put: operations["changeShippingAddress"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/orders/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Everything that happened to an order, in every room */
        readonly get: operations["getOrderTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A payment, now, at a version or at an instant */
        readonly get: operations["getPayment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{id}/record": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record what became of a bank transfer
         * @description Money that comes after the payment was declined or given up, and a second transfer (another reference), is booked and given back.
         */
        readonly post: operations["recordPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{id}/refunds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give money back: a part, or all that is left
         * @description A refund the gateway has not answered yet shows as `requested` and is finished by Waybill.
         */
        readonly post: operations["refundPayment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/{id}/surplus/{surplusId}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Record that a surplus the gateway refuses to give back was given back by hand */
        readonly post: operations["returnSurplus"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/payments/webhooks/{provider}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A message of a payment provider: `stripe`, or `simulated` where nothing is real
         * @description Signed by the provider, at most five minutes ago. Each message has its effect once; what is not about a payment of ours is answered 200, too. 503: tell it again.
         */
        readonly post: operations["receiveProviderMessage"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/products": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Products on sale: those that answer a question best, or all in any order */
        readonly get: operations["listProducts"];
        readonly put?: never;
        /** Put a product on sale */
        readonly post: operations["createProduct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/products/{sku}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A product, now, at a version or at an instant */
        readonly get: operations["getProduct"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        /** Change name, description, category or price; orders keep the price they were made at */
        readonly patch: operations["changeProduct"];
        readonly trace?: never;
    };
    readonly "/v1/products/{sku}/archive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Take a product off sale for ever */
        readonly post: operations["archiveProduct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Returns, newest first; a customer sees only their own */
        readonly get: operations["listReturns"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A return, now, at a version or at an instant */
        readonly get: operations["getReturn"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The customer may send the goods */
        readonly post: operations["approveReturn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The goods stay where they are; before they have arrived */
        readonly post: operations["cancelReturn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}/receive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The goods have arrived and were looked at
         * @description Sellable units go back on the shelf, damaged ones are written off, and the money of both goes back to the method that paid. Units of the return that are not named are given up.
         */
        readonly post: operations["receiveReturn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** The goods are not taken back */
        readonly post: operations["rejectReturn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/returns/{id}/retry-refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give the money back once more, after it was refused */
        readonly post: operations["retryReturnRefund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Shipments, newest orders first; a customer sees only their own */
        readonly get: operations["listShipments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A shipment, now, at a version or at an instant */
        readonly get: operations["getShipment"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}/dispatch": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A person has handed the parcel over
         * @description Where people move parcels (`CARRIER=manual`); the order goes on as shipped.
         */
        readonly post: operations["dispatchShipment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give back what was paid for a lost parcel
         * @description All that is left of the payment. Said again it changes nothing.
         */
        readonly post: operations["refundLostShipment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}/refuse": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The parcel cannot be sent
         * @description Where people move parcels (`CARRIER=manual`); the order is taken back and cancelled.
         */
        readonly post: operations["refuseShipment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}/send-again": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send the goods of a lost parcel again
         * @description Another shipment of the order, from stock, to the same address; nothing is charged. Said again it changes nothing.
         */
        readonly post: operations["sendShipmentAgain"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/shipments/{id}/tracking": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What the carrier tells about the parcel
         * @description Safe to send again and in any order: old news changes nothing.
         */
        readonly post: operations["trackShipment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/simulator/charges": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The journal of the simulated payment gateway: every charge, newest first */
        readonly get: operations["listSimulatedCharges"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/simulator/parcels": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The journal of the simulated carrier: every parcel it took, newest first */
        readonly get: operations["listSimulatedParcels"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Stock of every SKU, newest SKU first */
        readonly get: operations["listStock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock/{sku}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Stock of one SKU, now, at a version or at an instant */
        readonly get: operations["getStock"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock/{sku}/adjustments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Correct the books after a count: units found or missing */
        readonly post: operations["adjustStock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock/{sku}/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Receive units into stock */
        readonly post: operations["receiveStock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transfers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Move money between two accounts of one currency; a known transferId answers what it did */
        readonly post: operations["transferFunds"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/transfers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A transfer from or to an account of yours */
        readonly get: operations["getTransfer"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is sent, and every try of it */
        readonly get: operations["getWebhookDelivery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-deliveries/{id}/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Give it up; what waits behind it goes on */
        readonly post: operations["discardWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-deliveries/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send it once more, or at once if it waits */
        readonly post: operations["resendWebhook"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All receivers, newest first */
        readonly get: operations["listWebhookEndpoints"];
        readonly put?: never;
        /** Send events to a URL from now on; the secret is shown once */
        readonly post: operations["createWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One receiver; never its secret */
        readonly get: operations["getWebhookEndpoint"];
        readonly put?: never;
        readonly post?: never;
        /** Send nothing more, also not what waits */
        readonly delete: operations["deleteWebhookEndpoint"];
        readonly options?: never;
        readonly head?: never;
        /** Where it goes and what it is sent from now on */
        readonly patch: operations["changeWebhookEndpoint"];
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is and was sent there, newest first */
        readonly get: operations["listWebhookDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/disable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send nothing until it is enabled again */
        readonly post: operations["disableWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/enable": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send again: what waited, and what happens from now on */
        readonly post: operations["enableWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send once more what was recorded in a stretch of time, also what was missed */
        readonly post: operations["resendWebhookRange"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/rotate-secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** A new secret, shown once; the old one signs as well for a while */
        readonly post: operations["rotateWebhookSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/webhook-endpoints/{id}/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Send an event of no meaning */
        readonly post: operations["testWebhookEndpoint"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Account: {
            /**
             * Format: int64
             * @description what can be spent
             */
            readonly availableMinor: number;
            /**
             * Format: int64
             * @description all that is theirs, what is held included
             */
            readonly balanceMinor: number;
            readonly currency: components["schemas"]["Currency"];
            readonly description?: string;
            /**
             * Format: int64
             * @description set aside for orders
             */
            readonly heldMinor: number;
            readonly id: components["schemas"]["Id"];
            /** Format: date-time */
            readonly openedAt: string;
            readonly ownerId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly status: "open" | "frozen" | "closed";
            /** Format: int64 */
            readonly version: number;
        };
        readonly AccountMovement: {
            /**
             * Format: int64
             * @description in minor units of the currency of the account
             * @example 2500
             */
            readonly amountMinor: number;
            /** @example Top-up at the desk */
            readonly description?: string;
        };
        readonly AccountPage: {
            readonly items: readonly components["schemas"]["Account"][];
            readonly nextCursor: string | null;
        };
        readonly AccountReason: {
            /** @example customer called */
            readonly reason: string;
        };
        readonly AccountStatement: {
            readonly accountId: components["schemas"]["Id"];
            /** Format: int64 */
            readonly closingBalanceMinor: number;
            readonly currency: components["schemas"]["Currency"];
            /** @description oldest first */
            readonly entries: readonly components["schemas"]["LedgerEntry"][];
            /** Format: date-time */
            readonly from: string;
            /** Format: int64 */
            readonly openingBalanceMinor: number;
            readonly ownerId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly to: string;
        };
        readonly AddItem: {
            /** @example 2 */
            readonly quantity: number;
            readonly sku: components["schemas"]["Sku"];
        };
        readonly Approval: {
            /**
             * @description what waits
             * @example payment.refund
             */
            readonly action: string;
            /** Format: int64 */
            readonly amountMinor?: number;
            readonly currency?: string;
            /** Format: date-time */
            readonly decidedAt?: string;
            readonly decidedBy?: string;
            readonly decision?: string;
            readonly id: components["schemas"]["Id"];
            /** @description what it is about: an id */
            readonly object: string;
            /** @description why it could not be done after all */
            readonly outcome?: string;
            /** @example customer called */
            readonly reason: string;
            /** Format: date-time */
            readonly requestedAt: string;
            readonly requestedBy: string;
            /**
             * @description `approved`: agreed to, and about to be done
             * @enum {string}
             */
            readonly state: "waiting" | "approved" | "done" | "failed" | "rejected";
        };
        readonly ApprovalPage: {
            readonly items: readonly components["schemas"]["Approval"][];
            readonly nextCursor: string | null;
        };
        readonly AttentionItem: {
            readonly actions: readonly {
                readonly href: string;
                readonly method: string;
                readonly rel: string;
            }[];
            readonly detail: string;
            readonly id: string;
            /**
             * @description more may be added
             * @enum {string}
             */
            readonly kind: "approval" | "beyond-head" | "dead-letter" | "effect" | "kafka" | "lost-parcel" | "mail-server" | "mismatch" | "newer-program" | "notification" | "outage" | "parked" | "rebuild" | "refund" | "return-refund" | "saga" | "subscription" | "unwatched-saga" | "webhook-delivery" | "webhook-endpoint" | "worker";
            readonly object: string;
            /** Format: date-time */
            readonly since: string;
        };
        readonly CancellationsReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                /** @enum {string} */
                readonly code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                readonly currency: components["schemas"]["Currency"];
                /** Format: int64 */
                readonly orders: number;
                /** @description of all orders cancelled in the period, 0 to 1 */
                readonly share: number;
                /**
                 * @description how far the orders had come
                 * @enum {string}
                 */
                readonly stage: "draft" | "confirmed" | "paid";
                /**
                 * Format: int64
                 * @description what they would have cost
                 */
                readonly valueMinor: number;
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        /**
         * @example {
         *       "reason": "one is enough",
         *       "items": [
         *         {
         *           "sku": "MUG-BLUE",
         *           "quantity": 1
         *         }
         *       ]
         *     }
         */
        readonly CancelOrder: {
            /** @description only these units, before the parcel is handed over; absent: the whole order */
            readonly items?: readonly {
                /** @example 2 */
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
            /** @example customer called */
            readonly reason: string;
        };
        readonly ChangeProduct: {
            /** @example kitchen */
            readonly category?: string;
            /** @example Holds 300 ml */
            readonly description?: string | null;
            /** @example Blue mug */
            readonly name?: string;
            readonly price?: components["schemas"]["Price"];
        };
        readonly Contact: {
            readonly customerId: components["schemas"]["Id"];
            readonly email: string;
            /** @enum {string} */
            readonly language: "en" | "de";
            readonly notifications: boolean;
            /** Format: date-time */
            readonly updatedAt: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly ContactBody: {
            /**
             * Format: email
             * @example ada@example.com
             */
            readonly email: string;
            /** @enum {string} */
            readonly language?: "en" | "de";
            /**
             * @description false: none are sent
             * @default true
             */
            readonly notifications: boolean;
        };
        readonly CreateOrder: {
            /** @description start fulfilment at once */
            readonly confirm?: boolean;
            readonly currency: components["schemas"]["Currency"];
            readonly customerId: components["schemas"]["Id"];
            /** @description at most 1,000 different SKUs; repeated ones are summed */
            readonly items: readonly {
                /** @example 2 */
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
            readonly paymentMethod?: components["schemas"]["PaymentMethod"];
            readonly shippingAddress?: components["schemas"]["ShippingAddress"];
        };
        readonly CreateProduct: {
            /** @example kitchen */
            readonly category: string;
            /** @example Holds 300 ml */
            readonly description?: string | null;
            /** @example Blue mug */
            readonly name: string;
            readonly price: components["schemas"]["Price"];
            readonly sku: components["schemas"]["Sku"];
        };
        readonly CreateWebhookEndpoint: {
            readonly description?: string;
            /**
             * @example [
             *       "waybill.order.shipped",
             *       "waybill.payment.*"
             *     ]
             */
            readonly eventTypes: readonly string[];
            /** @example https://shop.example.com/hooks */
            readonly url: string;
        };
        /** @example EUR */
        readonly Currency: string;
        readonly CustomersReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                /** Format: int64 */
                readonly averageMinor: number;
                readonly currency: components["schemas"]["Currency"];
                readonly customerId: components["schemas"]["Id"];
                /** @description whether the first order ever paid was in the period */
                readonly isNew: boolean;
                /** Format: date-time */
                readonly lastOrderAt: string;
                /**
                 * Format: int64
                 * @description paid in the period
                 */
                readonly orders: number;
                /** Format: int64 */
                readonly spentMinor: number;
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        readonly DeadLetter: {
            /** Format: int64 */
            readonly attempts: number;
            readonly error: string;
            readonly failedAt: string;
            readonly id: string;
            readonly key: string | null;
            readonly messageId: string | null;
            /** Format: int64 */
            readonly offset: number;
            /** Format: int64 */
            readonly partition: number;
            readonly reason: string;
            /** @enum {string} */
            readonly state: "open" | "replayed" | "discarded";
            readonly topic: string;
            readonly value: string | null;
        };
        readonly DeadLetterReplay: {
            readonly error: string | null;
            /** Format: int64 */
            readonly open: number;
            readonly replayed: readonly string[];
        };
        readonly DecideReturn: {
            /** @example customer called */
            readonly reason: string;
        };
        /**
         * @example {
         *       "reason": "asked for by the customer, 26 November"
         *     }
         */
        readonly EraseCustomer: {
            /** @example customer called */
            readonly reason: string;
        };
        readonly Erasure: {
            readonly customerId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly erasedAt?: string;
            readonly reason: string;
            /** Format: date-time */
            readonly requestedAt: string;
            /** @enum {string} */
            readonly status: "erasing" | "erased";
            /** Format: int64 */
            readonly version: number;
        };
        readonly Fulfilment: {
            /** @description what a person has to look at, while the state is needs-attention */
            readonly attention?: {
                /** @description of a tell: a step may have several */
                readonly command?: string;
                readonly detail: string;
                /** @enum {string} */
                readonly direction: "forward" | "compensate" | "tell";
                readonly step: string;
            };
            /** Format: date-time */
            readonly deadlineAt?: string;
            readonly orderId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
            readonly steps: readonly {
                /** Format: int64 */
                readonly attempts: number;
                readonly detail?: string;
                /** @enum {string} */
                readonly direction: "forward" | "compensate";
                /** Format: date-time */
                readonly endedAt?: string;
                /** @enum {string} */
                readonly name: "reserve" | "pay" | "ship";
                /** Format: date-time */
                readonly startedAt: string;
                /** @enum {string} */
                readonly state: "started" | "done" | "failed" | "unknown";
            }[];
            /** @description all that a person has to look at */
            readonly troubles: readonly {
                /** @description of a tell: a step may have several */
                readonly command?: string;
                readonly detail: string;
                /** @enum {string} */
                readonly direction: "forward" | "compensate" | "tell";
                readonly step: string;
            }[];
            /** Format: int64 */
            readonly version: number;
        };
        readonly FunnelReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                /**
                 * Format: int64
                 * @description from the step before; for cancelled, from the creation
                 */
                readonly medianMs: number | null;
                /**
                 * Format: int64
                 * @description of those created in the period, how many came so far
                 */
                readonly orders: number;
                /** Format: int64 */
                readonly p90Ms: number | null;
                /** @description of all that were created, 0 to 1 */
                readonly share: number;
                /** @enum {string} */
                readonly step: "created" | "confirmed" | "reserved" | "paid" | "shipped" | "delivered" | "cancelled";
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "trackingNumber": "00340434161094000000"
         *     }
         */
        readonly HandOverShipment: {
            readonly carrier: string;
            readonly trackingNumber: string;
        };
        readonly Hold: {
            readonly accountId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description what was asked for
             */
            readonly amountMinor: number;
            /**
             * Format: int64
             * @description what was taken
             */
            readonly capturedMinor: number;
            readonly currency: components["schemas"]["Currency"];
            readonly description: string;
            /** Format: date-time */
            readonly expiresAt?: string;
            /**
             * Format: int64
             * @description what is still set aside
             */
            readonly heldMinor: number;
            readonly id: components["schemas"]["Id"];
            readonly orderId?: components["schemas"]["Id"];
            /** Format: date-time */
            readonly placedAt: string;
            /**
             * Format: int64
             * @description what of that came back
             */
            readonly refundedMinor: number;
            /** @enum {string} */
            readonly state: "held" | "captured" | "released" | "expired" | "declined";
        };
        readonly HoldPage: {
            readonly items: readonly components["schemas"]["Hold"][];
            readonly nextCursor: string | null;
        };
        /**
         * Format: uuid
         * @description UUIDv7 unless said otherwise; capitals are taken, and answered in small letters
         * @example 019a9f00-0000-7000-8000-000000000001
         */
        readonly Id: string;
        readonly IssueRefund: {
            /** Format: int64 */
            readonly amountMinor: number;
            /** @example customer called */
            readonly reason: string;
        };
        readonly KafkaStatus: {
            readonly brokers: readonly string[];
            readonly clientId: string;
            readonly consumer: {
                /** Format: date-time */
                readonly failingSince: string | null;
                /**
                 * Format: int64
                 * @description in a row, without a steady minute in between
                 */
                readonly failures: number;
                readonly lastError: string | null;
                /** Format: date-time */
                readonly lastErrorAt: string | null;
                /** Format: date-time */
                readonly since: string;
                /** @description records that are tried again and again */
                readonly stalled: readonly {
                    readonly error: string;
                    readonly offset: string;
                    /** Format: int64 */
                    readonly partition: number;
                    /** Format: date-time */
                    readonly since: string;
                    readonly topic: string;
                }[];
                /** @enum {string} */
                readonly state: "off" | "connecting" | "running" | "failing" | "stopped";
            };
            readonly enabled: boolean;
            readonly epoch: {
                /** Format: int64 */
                readonly epoch: number;
                readonly reason: string;
                /** Format: date-time */
                readonly since: string;
            };
            readonly groupId: string;
            /**
             * Format: int64
             * @description records of all partitions that nobody has dealt with
             */
            readonly lag: number;
            /** @description why the brokers did not say */
            readonly lagError: string | null;
            readonly partitions: readonly {
                /** @description where the group goes on; null: it has read nothing */
                readonly committed: string | null;
                readonly end: string;
                /** Format: int64 */
                readonly lag: number;
                /** Format: int64 */
                readonly partition: number;
                readonly topic: string;
            }[];
            readonly producer: {
                /** Format: date-time */
                readonly failingSince: string | null;
                /**
                 * Format: int64
                 * @description in a row, without a steady minute in between
                 */
                readonly failures: number;
                readonly lastError: string | null;
                /** Format: date-time */
                readonly lastErrorAt: string | null;
                /** Format: date-time */
                readonly since: string;
                /** @enum {string} */
                readonly state: "off" | "connecting" | "running" | "failing" | "stopped";
            };
            readonly topicPrefix: string;
        };
        readonly LedgerEntry: {
            /**
             * Format: int64
             * @description positive: money came in; negative: it went out
             */
            readonly amountMinor: number;
            /** Format: date-time */
            readonly at: string;
            /**
             * Format: int64
             * @description of the account, right after it
             */
            readonly balanceAfterMinor: number;
            readonly description: string;
            readonly entryId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly kind: "deposit" | "withdrawal" | "transfer" | "payment" | "refund";
            readonly orderId?: components["schemas"]["Id"];
            /** @description the booking: all its entries have it and add up to 0 */
            readonly transferId: components["schemas"]["Id"];
        };
        readonly LedgerEntryPage: {
            readonly items: readonly components["schemas"]["LedgerEntry"][];
            readonly nextCursor: string | null;
        };
        readonly MadeTransfer: {
            /** Format: int64 */
            readonly amountMinor: number;
            readonly currency: components["schemas"]["Currency"];
            readonly description: string;
            readonly fromAccountId: components["schemas"]["Id"];
            readonly id: components["schemas"]["Id"];
            /** Format: date-time */
            readonly madeAt: string;
            readonly toAccountId: components["schemas"]["Id"];
            readonly transferId: components["schemas"]["Id"];
            /** Format: int64 */
            readonly version: number;
        };
        /**
         * @example {
         *       "amountMinor": 1999,
         *       "currency": "EUR"
         *     }
         */
        readonly Money: {
            /** Format: int64 */
            readonly amountMinor: number;
            readonly currency: components["schemas"]["Currency"];
        };
        readonly Notification: {
            /** Format: int64 */
            readonly attempts: number;
            /** Format: date-time */
            readonly createdAt: string;
            readonly customerId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly endedAt?: string;
            readonly eventId: components["schemas"]["Id"];
            readonly eventType: string;
            readonly id: components["schemas"]["Id"];
            /** @description for operators */
            readonly lastError?: string;
            /** @description the same for every try; another one after a resend */
            readonly messageId: string;
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            readonly orderId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description of the event that is its occasion
             */
            readonly position: number;
            /** @description why it was suppressed or has failed */
            readonly reason?: string;
            /** @enum {string} */
            readonly state: "queued" | "sent" | "failed" | "suppressed";
            /** @enum {string} */
            readonly template: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
        };
        readonly NotificationPage: {
            readonly items: readonly components["schemas"]["Notification"][];
            readonly nextCursor: string | null;
        };
        readonly NotificationResend: {
            /** @example customer called */
            readonly reason: string;
        };
        readonly NotificationWithMail: {
            /** Format: int64 */
            readonly attempts: number;
            /** Format: date-time */
            readonly createdAt: string;
            readonly customerId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly endedAt?: string;
            readonly eventId: components["schemas"]["Id"];
            readonly eventType: string;
            readonly id: components["schemas"]["Id"];
            /** @description for operators */
            readonly lastError?: string;
            /** @description as it would be written now */
            readonly mail: {
                readonly html: string;
                /** @enum {string} */
                readonly language: "en" | "de";
                readonly subject: string;
                readonly text: string;
            };
            /** @description the same for every try; another one after a resend */
            readonly messageId: string;
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            readonly orderId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description of the event that is its occasion
             */
            readonly position: number;
            /** @description why it was suppressed or has failed */
            readonly reason?: string;
            /** @enum {string} */
            readonly state: "queued" | "sent" | "failed" | "suppressed";
            /** @enum {string} */
            readonly template: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
        };
        readonly OpenAccount: {
            readonly currency: components["schemas"]["Currency"];
            /** @example Top-up at the desk */
            readonly description?: string;
            /**
             * Format: int64
             * @description the first deposit; by operators and machines, who have seen the money
             */
            readonly initialDepositMinor?: number;
            readonly ownerId: components["schemas"]["Id"];
        };
        readonly Operation: {
            /** Format: int64 */
            readonly done: number;
            readonly filter: {
                readonly [key: string]: unknown;
            };
            /** Format: date-time */
            readonly finishedAt: string | null;
            readonly id: components["schemas"]["Id"];
            readonly pace: number | "all";
            /** Format: int64 */
            readonly pending: number;
            readonly reason: string;
            /** Format: int64 */
            readonly refused: number;
            /** Format: date-time */
            readonly requestedAt: string;
            readonly requestedBy: string;
            /** Format: date-time */
            readonly startedAt: string | null;
            /** @enum {string} */
            readonly state: "running" | "done" | "stopped";
            /** Format: int64 */
            readonly total: number;
            readonly verb: string;
        };
        readonly OperationItem: {
            /** Format: date-time */
            readonly at: string | null;
            readonly detail: string | null;
            readonly object: string;
            /** @enum {string} */
            readonly state: "pending" | "trying" | "done" | "refused";
        };
        readonly OperationPreview: {
            readonly changes: readonly {
                readonly after: string | null;
                readonly before: string | null;
                readonly what: string;
            }[];
            /** Format: int64 */
            readonly count: number;
            /** @description whether it cannot be taken back */
            readonly final: boolean;
            /** @description what would happen, in sentences */
            readonly follows: readonly string[];
            readonly object: string;
            /** Format: date-time */
            readonly previewExpiresAt: string;
            readonly previewToken: string;
            /**
             * Format: int64
             * @description of those looked at: would be refused
             */
            readonly skipped: number;
            /** @description the verb that takes it back */
            readonly undo: string | null;
            /** @example subscription.pause */
            readonly verb: string;
        };
        readonly OperationWish: {
            /** @default {} */
            readonly filter: {
                /** @description part of what they failed with */
                readonly error?: string;
                /** @description just these */
                readonly ids?: readonly string[];
                /** @description of sagas: the step they are stuck at */
                readonly step?: string;
                /** @description of parked events */
                readonly subscription?: string;
                /** @description of dead letters */
                readonly topic?: string;
            };
            /**
             * @description how many a second; `all`: one after the other without a rest
             * @default 10
             */
            readonly pace: 1 | 10 | "all";
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            readonly previewToken?: string;
            /** @example customer called */
            readonly reason: string;
            /** @example saga.retry */
            readonly verb: string;
        };
        readonly OperatorAction: {
            readonly action: string;
            readonly actor: string;
            /** Format: date-time */
            readonly at: string;
            readonly details: unknown;
            readonly object: string;
            /** @description started, done, failed, or refused with its code */
            readonly outcome: string;
            readonly reason: string;
            /** Format: int64 */
            readonly seq: number;
        };
        readonly OperatorReason: {
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            readonly previewToken?: string;
            /** @example customer called */
            readonly reason: string;
        };
        readonly Order: {
            /** @description asked for, and not decided yet: the parcel may still be faster */
            readonly cancellation?: {
                /** @enum {string} */
                readonly code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                readonly detail: string;
                /** Format: date-time */
                readonly requestedAt: string;
            };
            readonly cancellationReason?: {
                /** @enum {string} */
                readonly code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                readonly detail: string;
            };
            /** Format: date-time */
            readonly cancelledAt?: string;
            /** @description units that left the order before it was sent, the oldest first */
            readonly cancelledUnits?: readonly {
                readonly amount: components["schemas"]["Money"];
                /** Format: date-time */
                readonly at: string;
                readonly items: readonly {
                    readonly lineTotal: components["schemas"]["Money"];
                    readonly name: string;
                    /** @example 2 */
                    readonly quantity: number;
                    readonly sku: components["schemas"]["Sku"];
                    readonly unitPrice: components["schemas"]["Money"];
                }[];
                readonly reason: {
                    /** @enum {string} */
                    readonly code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                    readonly detail: string;
                };
            }[];
            readonly carrier?: string;
            /** Format: date-time */
            readonly confirmedAt?: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly customerId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly deliveredAt?: string;
            readonly id: components["schemas"]["Id"];
            readonly items: readonly {
                readonly lineTotal: components["schemas"]["Money"];
                readonly name: string;
                /** @example 2 */
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
                readonly unitPrice: components["schemas"]["Money"];
            }[];
            /** Format: date-time */
            readonly paidAt?: string;
            readonly paymentId?: components["schemas"]["Id"];
            readonly paymentMethod?: components["schemas"]["PaymentMethod"];
            /** Format: date-time */
            readonly returnedAt?: string;
            readonly shipmentId?: components["schemas"]["Id"];
            /** Format: date-time */
            readonly shippedAt?: string;
            readonly shippingAddress?: components["schemas"]["ShippingAddress"];
            /** @enum {string} */
            readonly status: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
            readonly total: components["schemas"]["Money"];
            readonly trackingNumber?: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly OrderAsOf: {
            readonly at: {
                /** Format: int64 */
                readonly position: number;
                /** Format: date-time */
                readonly time: string;
            };
            readonly fulfilment: {
                /** @description what a person has to look at, while the state is needs-attention */
                readonly attention?: {
                    /** @description of a tell: a step may have several */
                    readonly command?: string;
                    readonly detail: string;
                    /** @enum {string} */
                    readonly direction: "forward" | "compensate" | "tell";
                    readonly step: string;
                };
                readonly orderId: components["schemas"]["Id"];
                /** @enum {string} */
                readonly state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
                readonly steps: readonly {
                    readonly detail?: string;
                    /** @enum {string} */
                    readonly direction: "forward" | "compensate";
                    /** Format: date-time */
                    readonly endedAt?: string;
                    /** @enum {string} */
                    readonly name: "reserve" | "pay" | "ship";
                    /** Format: date-time */
                    readonly startedAt: string;
                    /** @enum {string} */
                    readonly state: "started" | "done" | "failed" | "unknown";
                }[];
                /** @description all that a person has to look at */
                readonly troubles: readonly {
                    /** @description of a tell: a step may have several */
                    readonly command?: string;
                    readonly detail: string;
                    /** @enum {string} */
                    readonly direction: "forward" | "compensate" | "tell";
                    readonly step: string;
                }[];
                /** Format: int64 */
                readonly version: number;
            } | null;
            readonly order: components["schemas"]["Order"];
            readonly payment: {
                readonly amount: components["schemas"]["Money"];
                readonly captured: components["schemas"]["Money"];
                /** Format: date-time */
                readonly createdAt: string;
                readonly customerId: components["schemas"]["Id"];
                readonly declineCode?: string;
                readonly detail?: string;
                /** @description what the order costs, where it became less; the rest goes back */
                readonly due?: components["schemas"]["Money"];
                readonly id: components["schemas"]["Id"];
                readonly method: {
                    /** @enum {string} */
                    readonly type: "card" | "wallet" | "bank_transfer" | "paypal" | "crypto";
                };
                readonly orderId: components["schemas"]["Id"];
                /** @description the gateway's own number of the charge */
                readonly reference?: string;
                readonly refunded: components["schemas"]["Money"];
                readonly refunds: readonly {
                    readonly amount: components["schemas"]["Money"];
                    readonly id: components["schemas"]["Id"];
                    readonly reason: string;
                    readonly reference?: string;
                    /** @enum {string} */
                    readonly state: "requested" | "refunded" | "refused";
                }[];
                /** @enum {string} */
                readonly state: "requested" | "captured" | "declined" | "unknown" | "partially-refunded" | "refunded";
                /** @description money that came on top of what was due, and what became of it */
                readonly surplus?: readonly {
                    readonly amount: components["schemas"]["Money"];
                    readonly id: components["schemas"]["Id"];
                    /** @description reference of the transfer that brought it */
                    readonly receivedAs: string;
                    readonly reference?: string;
                    /** @enum {string} */
                    readonly state: "owed" | "returned" | "refused";
                }[];
                /** Format: int64 */
                readonly version: number;
            } | null;
            readonly reservation: {
                readonly lines: readonly {
                    /** Format: int64 */
                    readonly quantity: number;
                    readonly sku: components["schemas"]["Sku"];
                }[];
                readonly orderId: components["schemas"]["Id"];
                readonly shortages?: readonly {
                    /** Format: int64 */
                    readonly available: number;
                    /** Format: int64 */
                    readonly requested: number;
                    readonly sku: components["schemas"]["Sku"];
                }[];
                /** @enum {string} */
                readonly status: "held" | "released" | "consumed" | "rejected";
                /** Format: int64 */
                readonly version: number;
            } | null;
            readonly returns: readonly components["schemas"]["OrderReturn"][];
            readonly shipment: {
                readonly address: {
                    readonly city: string;
                    readonly country: string;
                    readonly line1: string;
                    readonly line2?: string;
                    readonly name: string;
                    readonly postalCode: string;
                    readonly region?: string;
                };
                readonly carrier?: string;
                /** Format: date-time */
                readonly createdAt: string;
                readonly customerId: components["schemas"]["Id"];
                readonly detail?: string;
                /** Format: date-time */
                readonly dispatchedAt?: string;
                readonly id: components["schemas"]["Id"];
                readonly lines: readonly {
                    /** Format: int64 */
                    readonly quantity: number;
                    readonly sku: components["schemas"]["Sku"];
                }[];
                /** @description what was decided about a lost parcel; sent again it is another shipment */
                readonly loss?: {
                    /** @enum {string} */
                    readonly outcome: "sent-again" | "refunded";
                    readonly replacementId?: components["schemas"]["Id"];
                };
                readonly orderId: components["schemas"]["Id"];
                /** @enum {string} */
                readonly state: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
                readonly tracking: readonly {
                    /** Format: date-time */
                    readonly at: string;
                    readonly detail?: string;
                    /** @enum {string} */
                    readonly status: "in_transit" | "delivered" | "lost";
                }[];
                readonly trackingNumber?: string;
                /** Format: int64 */
                readonly version: number;
            } | null;
        };
        readonly OrderDiff: {
            readonly changes: readonly {
                readonly actor: string;
                /** @description null where there is nothing any more */
                readonly after: unknown;
                /**
                 * Format: date-time
                 * @description when it was recorded
                 */
                readonly at: string;
                /** @description null where there was nothing */
                readonly before: unknown;
                readonly eventId: components["schemas"]["Id"];
                /** @description a JSON Pointer into what that room shows */
                readonly path: string;
                /** Format: int64 */
                readonly position: number;
                readonly room: string;
                readonly type: string;
            }[];
            /**
             * Format: int64
             * @description from where to ask on, if this was not all
             */
            readonly nextFrom: number | null;
        };
        readonly OrderEvent: {
            readonly actor: string;
            readonly causationId: string | null;
            readonly correlationId: string;
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** Format: date-time */
            readonly occurredAt: string;
            /** Format: int64 */
            readonly position: number;
            readonly reason?: string;
            /**
             * Format: date-time
             * @description by the database; `asOf` goes by it
             */
            readonly recordedAt: string;
            readonly type: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly OrderEventPage: {
            readonly items: readonly components["schemas"]["OrderEvent"][];
            readonly nextCursor: string | null;
        };
        readonly OrderPage: {
            readonly items: readonly components["schemas"]["Order"][];
            readonly nextCursor: string | null;
        };
        readonly OrderReturn: {
            readonly customerId: components["schemas"]["Id"];
            /** @description what was said when it was decided, or why the money could not go back */
            readonly detail?: string;
            readonly id: components["schemas"]["Id"];
            readonly items: readonly {
                /** Format: int64 */
                readonly damaged: number;
                /**
                 * Format: int64
                 * @description units that were to come back
                 */
                readonly quantity: number;
                /** Format: int64 */
                readonly received: number;
                readonly refund: components["schemas"]["Money"];
                /** Format: int64 */
                readonly sellable: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
            readonly orderId: components["schemas"]["Id"];
            readonly reason: string;
            readonly refundTotal: components["schemas"]["Money"];
            /** Format: date-time */
            readonly requestedAt: string;
            /** @enum {string} */
            readonly status: "requested" | "approved" | "received" | "refunded" | "rejected" | "cancelled" | "refund-refused";
            /** Format: int64 */
            readonly version: number;
        };
        readonly OutageRetried: {
            readonly party: string;
            /** Format: int64 */
            readonly retried: number;
        };
        readonly Outages: {
            readonly items: readonly {
                readonly lastError: string;
                readonly party: string;
                /** Format: date-time */
                readonly since: string;
                /** Format: int64 */
                readonly waiting: number;
            }[];
        };
        readonly Overview: {
            /** Format: int64 */
            readonly approvals: number;
            /** Format: date-time */
            readonly at: string;
            readonly attention: {
                /** Format: int64 */
                readonly count: number;
                readonly kinds: readonly {
                    /** Format: int64 */
                    readonly count: number;
                    readonly kind: string;
                    /** Format: date-time */
                    readonly oldest: string;
                }[];
                /** @description whether there are more than were counted */
                readonly more: boolean;
            };
            /** Format: int64 */
            readonly deadLetters: number;
            readonly events: {
                /**
                 * Format: int64
                 * @description in the last whole minute
                 */
                readonly lastMinute: number;
                /** @description the last hour, oldest first; the last minute is under way */
                readonly minutes: readonly {
                    /** Format: date-time */
                    readonly at: string;
                    /** Format: int64 */
                    readonly events: number;
                }[];
            };
            /** Format: int64 */
            readonly instances: number;
            /** Format: int64 */
            readonly operations: number;
            /** Format: int64 */
            readonly parked: number;
            /**
             * Format: int64
             * @description the end of the log
             */
            readonly position: number;
            /** Format: int64 */
            readonly rebuilds: number;
            /** @description of the instance that answers, since its start; null: slower than can be told */
            readonly requests: {
                /** Format: int64 */
                readonly count: number;
                /** Format: int64 */
                readonly p50Ms: number | null;
                /** Format: int64 */
                readonly p99Ms: number | null;
            };
            readonly sagas: {
                /** Format: int64 */
                readonly compensating: number;
                /** Format: int64 */
                readonly needsAttention: number;
                /** Format: int64 */
                readonly running: number;
            };
            readonly subscriptions: {
                /** Format: int64 */
                readonly behind: number;
                /** Format: int64 */
                readonly count: number;
                /** Format: int64 */
                readonly failing: number;
                /** Format: int64 */
                readonly paused: number;
                readonly worst: {
                    /** Format: int64 */
                    readonly lag: number;
                    readonly name: string;
                } | null;
            };
        };
        readonly ParkedDecision: {
            readonly id: components["schemas"]["Id"];
            /** @enum {string} */
            readonly state: "retrying" | "discarded";
        };
        readonly ParkedEvent: {
            /** Format: int64 */
            readonly attempts: number;
            /**
             * Format: int64
             * @description later events of the sequence that wait behind it
             */
            readonly behind: number;
            readonly error: string | null;
            readonly eventId: components["schemas"]["Id"];
            readonly eventType: string;
            readonly id: components["schemas"]["Id"];
            /** Format: date-time */
            readonly nextAttemptAt: string | null;
            /** Format: date-time */
            readonly parkedAt: string;
            /** Format: int64 */
            readonly position: number;
            /**
             * @description `newer-program`: this program cannot read the event; it goes on by itself after the upgrade
             * @enum {string}
             */
            readonly reason: "failed" | "newer-program";
            readonly sequence: string;
            /** @enum {string} */
            readonly state: "retrying" | "parked";
            readonly stream: string;
            readonly subscription: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly Payment: {
            readonly amount: components["schemas"]["Money"];
            readonly captured: components["schemas"]["Money"];
            /** Format: date-time */
            readonly createdAt: string;
            readonly customerId: components["schemas"]["Id"];
            readonly declineCode?: string;
            readonly detail?: string;
            /** @description what the order costs, where it became less; the rest goes back */
            readonly due?: components["schemas"]["Money"];
            readonly id: components["schemas"]["Id"];
            readonly method: {
                /** @enum {string} */
                readonly type: "card" | "wallet" | "bank_transfer" | "paypal" | "crypto";
            };
            readonly orderId: components["schemas"]["Id"];
            /** @description the gateway's own number of the charge */
            readonly reference?: string;
            readonly refunded: components["schemas"]["Money"];
            readonly refunds: readonly {
                readonly amount: components["schemas"]["Money"];
                readonly id: components["schemas"]["Id"];
                readonly reason: string;
                readonly reference?: string;
                /** @enum {string} */
                readonly state: "requested" | "refunded" | "refused";
            }[];
            /** @enum {string} */
            readonly state: "requested" | "captured" | "declined" | "unknown" | "partially-refunded" | "refunded";
            /** @description money that came on top of what was due, and what became of it */
            readonly surplus?: readonly {
                readonly amount: components["schemas"]["Money"];
                readonly id: components["schemas"]["Id"];
                /** @description reference of the transfer that brought it */
                readonly receivedAs: string;
                readonly reference?: string;
                /** @enum {string} */
                readonly state: "owed" | "returned" | "refused";
            }[];
            /** Format: int64 */
            readonly version: number;
        };
        /**
         * @example {
         *       "type": "card",
         *       "token": "tok_ok"
         *     }
         */
        readonly PaymentMethod: components["schemas"]["PaymentMethodCard"] | components["schemas"]["PaymentMethodWallet"] | components["schemas"]["PaymentMethodBankTransfer"] | components["schemas"]["PaymentMethodPaypal"] | components["schemas"]["PaymentMethodCrypto"];
        readonly PaymentMethodBankTransfer: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "bank_transfer";
        };
        readonly PaymentMethodCard: {
            readonly token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "card";
        };
        readonly PaymentMethodCrypto: {
            readonly token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "crypto";
        };
        readonly PaymentMethodPaypal: {
            readonly token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "paypal";
        };
        readonly PaymentMethodWallet: {
            readonly accountId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly type: "wallet";
        };
        readonly PaymentPage: {
            readonly items: readonly components["schemas"]["Payment"][];
            readonly nextCursor: string | null;
        };
        readonly PersonalData: {
            readonly accounts: readonly components["schemas"]["Account"][];
            readonly contact: {
                readonly customerId: components["schemas"]["Id"];
                readonly email: string;
                /** @enum {string} */
                readonly language: "en" | "de";
                readonly notifications: boolean;
                /** Format: date-time */
                readonly updatedAt: string;
                /** Format: int64 */
                readonly version: number;
            } | null;
            readonly customerId: components["schemas"]["Id"];
            readonly erasure: {
                readonly customerId: components["schemas"]["Id"];
                /** Format: date-time */
                readonly erasedAt?: string;
                readonly reason: string;
                /** Format: date-time */
                readonly requestedAt: string;
                /** @enum {string} */
                readonly status: "erasing" | "erased";
                /** Format: int64 */
                readonly version: number;
            } | null;
            /** @description newest first, with where they went; `limit` and `cursor` page them */
            readonly orders: components["schemas"]["OrderPage"];
        };
        /**
         * @description Money, never negative
         * @example {
         *       "amountMinor": 1999,
         *       "currency": "EUR"
         *     }
         */
        readonly Price: {
            /** Format: int64 */
            readonly amountMinor: number;
            readonly currency: components["schemas"]["Currency"];
        };
        /** @description RFC 9457. `type` leads to a page that says what it means and what to do. */
        readonly Problem: {
            readonly code: components["schemas"]["ProblemCode"];
            /**
             * Format: int64
             * @description with precondition-failed: the version to read
             */
            readonly currentVersion?: number;
            readonly detail: string;
            readonly errors?: readonly {
                readonly detail: string;
                /** @enum {string} */
                readonly in?: "query" | "path" | "header";
                /** @example /items/0/quantity */
                readonly pointer: string;
            }[];
            /** @description the path of the request */
            readonly instance: string;
            readonly requestId: string;
            /** @description whether the same request may work later */
            readonly retryable?: boolean;
            readonly status: number;
            readonly title: string;
            /**
             * Format: uri-reference
             * @example /problems/invalid-request
             */
            readonly type: string;
        };
        /**
         * @description More may be added: take one that you do not know by its status.
         * @enum {string}
         */
        readonly ProblemCode: "account.already-exists" | "account.balance-too-large" | "account.closed" | "account.deposit-refused" | "account.frozen" | "account.insufficient-funds" | "account.not-empty" | "account.not-found" | "account.not-your-owner" | "account.statement-too-long" | "approval.decided" | "approval.not-found" | "approval.same-person" | "concurrent-change" | "conflict" | "contact.not-found" | "customer.not-being-erased" | "customer.not-found" | "customer.orders-under-way" | "dead-letter.about-money" | "dead-letter.not-found" | "dead-letter.resolved" | "deadline-exceeded" | "forbidden" | "headers-too-large" | "hold.already-captured" | "hold.exceeded" | "hold.not-found" | "hold.not-held" | "idempotency-in-progress" | "idempotency-key-expired" | "idempotency-key-required" | "idempotency-key-reused" | "internal-error" | "invalid-cursor" | "invalid-idempotency-key" | "invalid-if-match" | "invalid-request" | "keys-unavailable" | "malformed-request" | "method-not-allowed" | "not-found" | "not-served-here" | "not-settled" | "notification.not-found" | "operation.ended" | "operation.not-found" | "operation.nothing-matches" | "operation.unknown-verb" | "order.already-cancelled" | "order.already-exists" | "order.already-shipped" | "order.being-cancelled" | "order.being-handed-over" | "order.currency-mismatch" | "order.customer-not-found" | "order.fulfilment-only" | "order.incomplete" | "order.item-not-found" | "order.not-confirmed" | "order.not-delivered" | "order.not-draft" | "order.not-found" | "order.not-paid" | "order.not-shipped" | "order.not-your-customer" | "order.price-changed" | "order.product-archived" | "order.quantity-too-large" | "order.too-few-units" | "order.too-many-cancellations" | "order.too-many-lines" | "order.too-many-unpaid" | "order.too-many-unpaid-units" | "order.total-too-large" | "order.unknown-product" | "order.wallet-unavailable" | "outage.unknown-party" | "overloaded" | "parked.behind" | "parked.not-found" | "payload-too-large" | "payment.already-settled" | "payment.message-not-signed" | "payment.not-captured" | "payment.not-found" | "payment.not-recordable" | "payment.nothing-to-pay" | "payment.order-in-fulfilment" | "payment.provider-not-found" | "payment.refund-exceeds-captured" | "payment.surplus-not-found" | "payment.surplus-not-refused" | "precondition-failed" | "preview-expired" | "preview-foreign" | "preview-outdated" | "product.already-exists" | "product.archived" | "product.not-found" | "projection-behind" | "rate-limited" | "rebuild.already-running" | "rebuild.not-found" | "request-timeout" | "reservation.already-consumed" | "reservation.not-held" | "return.already-exists" | "return.more-than-delivered" | "return.more-than-requested" | "return.not-approved" | "return.not-delivered" | "return.not-found" | "return.not-open" | "return.too-late" | "saga.ambiguous-verb" | "saga.cannot-resolve" | "saga.has-ended" | "saga.not-found" | "saga.not-stuck" | "shipment.already-dispatched" | "shipment.asked-for" | "shipment.cannot-send-again" | "shipment.loss-settled" | "shipment.not-awaited" | "shipment.not-by-hand" | "shipment.not-dispatched" | "shipment.not-found" | "shipment.not-lost" | "shipment.tracked-in-future" | "shutting-down" | "snapshots.being-rebuilt" | "snapshots.rebuild-ended" | "snapshots.rebuild-not-found" | "still-reading" | "stock.counted-before-books" | "stock.counted-in-future" | "stock.insufficient" | "stock.not-found" | "store-unavailable" | "subscription.beyond-head" | "subscription.not-beyond-head" | "subscription.not-found" | "subscription.not-rebuildable" | "too-many-live-views" | "transfer.currency-mismatch" | "transfer.id-taken" | "transfer.not-found" | "transfer.same-account" | "unauthenticated" | "unsupported-media-type" | "uri-too-long" | "webhook.address-refused" | "webhook.delivered-already" | "webhook.delivery-not-found" | "webhook.endpoint-disabled" | "webhook.endpoint-not-found" | "webhook.no-secrets-key" | "webhook.too-many-endpoints" | "webhook.unknown-event-type" | "written-by-newer-program";
        readonly ProblemKind: {
            readonly cause: string;
            readonly code: components["schemas"]["ProblemCode"];
            readonly example: {
                readonly [key: string]: unknown;
            };
            readonly fix: string;
            readonly retryable: boolean;
            readonly status: number;
            readonly title: string;
            readonly type: string;
        };
        readonly Product: {
            readonly archived: boolean;
            /** @example kitchen */
            readonly category: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** @example Holds 300 ml */
            readonly description: string | null;
            /** @example Blue mug */
            readonly name: string;
            readonly price: components["schemas"]["Price"];
            readonly sku: components["schemas"]["Sku"];
            /** Format: date-time */
            readonly updatedAt: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly ProductFacets: {
            /** @description those with most products first, 100 at most */
            readonly categories: readonly {
                readonly category: string;
                /** Format: int64 */
                readonly count: number;
            }[];
            /** @description false: more match than were counted */
            readonly complete: boolean;
            readonly priceBands: readonly {
                /** Format: int64 */
                readonly count: number;
                readonly currency: components["schemas"]["Currency"];
                /** Format: int64 */
                readonly maxPrice: number | null;
                /**
                 * Format: int64
                 * @description minor units, inclusive: as the filter of that name
                 */
                readonly minPrice: number;
            }[];
        };
        readonly ProductPage: {
            readonly facets?: components["schemas"]["ProductFacets"];
            readonly items: readonly components["schemas"]["Product"][];
            readonly nextCursor: string | null;
        };
        /**
         * @example {
         *       "messageId": "evt_1",
         *       "became": "applied"
         *     }
         */
        readonly ProviderMessageTaken: {
            /** @enum {string} */
            readonly became: "applied" | "nothing-to-do" | "refused" | "not-ours" | "repeated";
            readonly messageId: string;
        };
        readonly Readiness: {
            readonly checks: {
                /** @enum {string} */
                readonly database: "up" | "down" | "read-only";
                /** @enum {string} */
                readonly log: "up" | "down";
                /** @enum {string} */
                readonly schema: "up" | "down";
                readonly stopping: boolean;
                /** @enum {string} */
                readonly work: "up" | "down";
            };
            /** @enum {string} */
            readonly status: "ok" | "unavailable";
        };
        readonly Rebuild: {
            readonly comparison: {
                readonly checksum: {
                    readonly live: string;
                    readonly rebuilt: string;
                };
                /** Format: int64 */
                readonly differences: number;
                /** Format: int64 */
                readonly position: number;
                readonly rows: {
                    /** Format: int64 */
                    readonly live: number;
                    /** Format: int64 */
                    readonly rebuilt: number;
                };
                readonly sample: readonly {
                    readonly key: string;
                    readonly live: unknown;
                    readonly rebuilt: unknown;
                }[];
            } | null;
            /**
             * Format: int64
             * @description positions of the log that are rebuilt
             */
            readonly done: number;
            readonly error: string | null;
            /** Format: int64 */
            readonly etaSeconds: number | null;
            /** Format: int64 */
            readonly events: number;
            /** Format: date-time */
            readonly finishedAt: string | null;
            readonly id: components["schemas"]["Id"];
            /** @enum {string} */
            readonly mode: "switch" | "verify";
            /** @enum {string} */
            readonly phase: "copying" | "comparing" | "switching";
            /** @description events a second */
            readonly rate: number | null;
            readonly reason: string;
            /** Format: date-time */
            readonly requestedAt: string;
            readonly requestedBy: string;
            /** Format: date-time */
            readonly startedAt: string | null;
            /** @enum {string} */
            readonly state: "running" | "done" | "failed";
            readonly subscription: string;
            /** Format: int64 */
            readonly total: number;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "sku": "MUG-BLUE",
         *           "quantity": 1,
         *           "condition": "damaged"
         *         }
         *       ]
         *     }
         */
        readonly ReceiveReturn: {
            readonly items: readonly {
                /** @enum {string} */
                readonly condition: "sellable" | "damaged";
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
        };
        readonly RecordPayment: {
            /** @enum {string} */
            readonly outcome: "captured" | "declined";
            readonly reference: string;
        };
        readonly RefuseShipment: {
            /** @example customer called */
            readonly reason: string;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "sku": "MUG-BLUE",
         *           "quantity": 1
         *         }
         *       ],
         *       "reason": "the handle is broken"
         *     }
         */
        readonly RequestReturn: {
            readonly items: readonly {
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
            /** @example customer called */
            readonly reason: string;
        };
        readonly Retention: {
            /**
             * Format: int64
             * @description on the disk, with indexes
             */
            readonly bytes: number;
            /**
             * Format: int64
             * @description how long a row is kept after it has served its time; 0 keeps all
             */
            readonly days: number;
            /**
             * Format: int64
             * @description by the last run
             */
            readonly deleted: number;
            /** Format: int64 */
            readonly deletedTotal: number;
            readonly error: string | null;
            /** Format: date-time */
            readonly finishedAt: string | null;
            /** Format: date-time */
            readonly lastRunAt: string | null;
            /**
             * Format: date-time
             * @description null where all is kept
             */
            readonly nextRunAt: string | null;
            /**
             * Format: date-time
             * @description of the rows that have an end, or of all; null when there are none
             */
            readonly oldest: string | null;
            /** @description the instance that is at it now */
            readonly owner: string | null;
            /**
             * Format: int64
             * @description in the whole table, as the database estimates
             */
            readonly rows: number;
            readonly table: string;
        };
        readonly ReturnPage: {
            readonly items: readonly components["schemas"]["OrderReturn"][];
            readonly nextCursor: string | null;
        };
        readonly ReturnSurplus: {
            /** @example customer called */
            readonly reason: string;
            readonly reference: string;
        };
        readonly Saga: {
            readonly lastError?: string;
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            readonly orderId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly startedAt: string;
            /** @enum {string} */
            readonly state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
            readonly stuckDetail?: string;
            readonly stuckStep?: string;
            /** Format: date-time */
            readonly updatedAt: string;
        };
        readonly SagaAfterVerb: {
            /** @description what would follow, if only that was asked for */
            readonly dryRun?: {
                readonly records: readonly {
                    readonly data: {
                        readonly [key: string]: unknown;
                    };
                    readonly type: string;
                }[];
                readonly sends: readonly {
                    readonly command: string;
                    /** @enum {string} */
                    readonly direction: "forward" | "compensate" | "tell";
                    readonly step: string;
                }[];
            };
            readonly orderId: components["schemas"]["Id"];
            /** Format: date-time */
            readonly previewExpiresAt?: string;
            readonly previewToken?: string;
            /** @enum {string} */
            readonly state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
        };
        readonly SagaPage: {
            readonly items: readonly components["schemas"]["Saga"][];
            readonly nextCursor: string | null;
        };
        readonly SagaVerb: {
            readonly command?: string;
            /** @enum {string} */
            readonly direction?: "forward" | "compensate" | "tell";
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            readonly previewToken?: string;
            /** @example customer called */
            readonly reason: string;
            readonly step?: string;
        };
        readonly SalesReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                readonly currency: components["schemas"]["Currency"];
                /** Format: int64 */
                readonly grossMinor: number;
                /** Format: int64 */
                readonly netMinor: number;
                /**
                 * Format: int64
                 * @description paid in it
                 */
                readonly orders: number;
                /**
                 * Format: int64
                 * @description given back in it, whenever it was paid
                 */
                readonly refundedMinor: number;
                /**
                 * Format: date-time
                 * @description of the interval, whole intervals of the time zone
                 */
                readonly start: string;
                /** Format: int64 */
                readonly units: number;
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        readonly SettledLoss: {
            /** @enum {string} */
            readonly outcome: "sent-again" | "refunded";
            /** @description the shipment that goes instead */
            readonly replacementId?: components["schemas"]["Id"];
            readonly shipmentId: components["schemas"]["Id"];
            /** Format: int64 */
            readonly version: number;
        };
        readonly SettleLoss: {
            /** @example customer called */
            readonly reason: string;
        };
        readonly Shipment: {
            readonly address: {
                readonly city: string;
                readonly country: string;
                readonly line1: string;
                readonly line2?: string;
                readonly name: string;
                readonly postalCode: string;
                readonly region?: string;
            };
            readonly carrier?: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly customerId: components["schemas"]["Id"];
            readonly detail?: string;
            /** Format: date-time */
            readonly dispatchedAt?: string;
            readonly id: components["schemas"]["Id"];
            readonly lines: readonly {
                /** Format: int64 */
                readonly quantity: number;
                readonly sku: components["schemas"]["Sku"];
            }[];
            /** @description what was decided about a lost parcel; sent again it is another shipment */
            readonly loss?: {
                /** @enum {string} */
                readonly outcome: "sent-again" | "refunded";
                readonly replacementId?: components["schemas"]["Id"];
            };
            readonly orderId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly state: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
            readonly tracking: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly detail?: string;
                /** @enum {string} */
                readonly status: "in_transit" | "delivered" | "lost";
            }[];
            readonly trackingNumber?: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly ShipmentPage: {
            readonly items: readonly components["schemas"]["Shipment"][];
            readonly nextCursor: string | null;
        };
        /**
         * @example {
         *       "name": "Ada Byron",
         *       "line1": "1 Analytical St",
         *       "city": "London",
         *       "postalCode": "N1 7AA",
         *       "country": "GB"
         *     }
         */
        readonly ShippingAddress: {
            readonly city: string;
            readonly country: string;
            readonly line1: string;
            readonly line2?: string;
            readonly name: string;
            readonly postalCode: string;
            readonly region?: string;
        };
        readonly SimulatedCharge: {
            /** Format: int64 */
            readonly amountMinor: number | null;
            /** Format: int64 */
            readonly attempts: number;
            /** Format: date-time */
            readonly cancelledAt: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** @example EUR */
            readonly currency: string | null;
            readonly declineCode: string | null;
            readonly key: components["schemas"]["Id"];
            readonly method: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            readonly orderId: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            readonly paymentId: string | null;
            readonly reference: string;
            /** Format: int64 */
            readonly refundedMinor: number;
            readonly refunds: readonly {
                /** Format: int64 */
                readonly amountMinor: number;
                /** Format: date-time */
                readonly createdAt: string;
                readonly key: components["schemas"]["Id"];
                readonly reference: string;
            }[];
            /** @enum {string} */
            readonly state: "pending" | "captured" | "declined" | "cancelled" | "failed";
        };
        readonly SimulatedChargePage: {
            readonly items: readonly components["schemas"]["SimulatedCharge"][];
            readonly nextCursor: string | null;
        };
        readonly SimulatedParcel: {
            /** Format: int64 */
            readonly attempts: number;
            /** Format: date-time */
            readonly cancelledAt: string | null;
            readonly country: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            readonly detail: string | null;
            readonly key: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            readonly orderId: string | null;
            readonly postalCode: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            readonly shipmentId: string | null;
            /** @enum {string} */
            readonly state: "pending" | "accepted" | "refused" | "cancelled";
            readonly trackingNumber: string;
        };
        readonly SimulatedParcelPage: {
            readonly items: readonly components["schemas"]["SimulatedParcel"][];
            readonly nextCursor: string | null;
        };
        /** @example MUG-BLUE */
        readonly Sku: string;
        readonly SnapshotRebuild: {
            /**
             * Format: int64
             * @description streams that have been visited
             */
            readonly done: number;
            /** @description why it failed, or why the last stream was skipped */
            readonly error: string | null;
            /** Format: int64 */
            readonly etaSeconds: number | null;
            /**
             * Format: int64
             * @description events that were folded
             */
            readonly events: number;
            /** Format: int64 */
            readonly eventsTotal: number | null;
            /** Format: date-time */
            readonly finishedAt: string | null;
            readonly id: components["schemas"]["Id"];
            readonly reason: string;
            /** Format: date-time */
            readonly requestedAt: string;
            readonly requestedBy: string;
            /**
             * Format: int64
             * @description of those visited, streams that this program cannot fold
             */
            readonly skipped: number;
            /** Format: date-time */
            readonly startedAt: string | null;
            /** @enum {string} */
            readonly state: "running" | "stopped" | "done" | "failed";
            /**
             * Format: int64
             * @description streams to visit; null until they have been counted
             */
            readonly total: number | null;
        };
        readonly StockAdjustment: {
            /**
             * @description units found (positive) or missing (negative)
             * @example -2
             */
            readonly delta: number;
            /** @example customer called */
            readonly reason: string;
        };
        readonly StockItem: {
            /** Format: int64 */
            readonly available: number;
            /** Format: int64 */
            readonly onHand: number;
            /** Format: int64 */
            readonly reserved: number;
            readonly sku: components["schemas"]["Sku"];
            /** Format: int64 */
            readonly version: number;
        };
        readonly StockPage: {
            readonly items: readonly components["schemas"]["StockItem"][];
            readonly nextCursor: string | null;
        };
        readonly StockReceipt: {
            readonly quantity: number;
            /**
             * @description delivery note or the like
             * @example DN-4711
             */
            readonly reference?: string;
        };
        readonly StockTurnoverReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                /** Format: int64 */
                readonly closing: number;
                /**
                 * Format: int64
                 * @description written off
                 */
                readonly lost: number;
                /**
                 * Format: int64
                 * @description units on hand when the period began
                 */
                readonly opening: number;
                /** Format: int64 */
                readonly received: number;
                /** Format: int64 */
                readonly shipped: number;
                readonly sku: components["schemas"]["Sku"];
                /** @description shipped, by the mean of opening and closing; null where there was never any */
                readonly turnover: number | null;
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        readonly StoredEvent: {
            readonly actor: string;
            readonly causationId: string | null;
            readonly commandId: components["schemas"]["Id"];
            readonly correlationId: string;
            readonly data: unknown;
            readonly id: components["schemas"]["Id"];
            /** Format: date-time */
            readonly occurredAt: string;
            /** Format: int64 */
            readonly position: number;
            readonly reason?: string;
            /** Format: date-time */
            readonly recordedAt: string;
            /** Format: int64 */
            readonly schemaVersion: number;
            readonly stream: string;
            readonly type: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly Subscription: {
            /** Format: int64 */
            readonly checkpoint: number;
            /**
             * Format: int64
             * @description grows with every rebuild
             */
            readonly epoch: number;
            /** Format: date-time */
            readonly failingSince: string | null;
            /** Format: int64 */
            readonly head: number;
            /**
             * Format: int64
             * @description positions of the log still ahead, those included that wait for a fuller page where the subscription is in no hurry; negative: it has seen what the log no longer knows
             */
            readonly lag: number;
            readonly lastError: string | null;
            readonly name: string;
            /** @description the instance that runs it now */
            readonly owner: string | null;
            /**
             * Format: int64
             * @description sequences that wait
             */
            readonly parked: number;
            /** @enum {string} */
            readonly state: "running" | "paused" | "rebuilding" | "beyond-head";
            /** Format: date-time */
            readonly updatedAt: string;
        };
        readonly System: {
            readonly database: string;
            readonly instances: readonly {
                readonly name: string;
                /** Format: date-time */
                readonly seenUntil: string;
            }[];
            /** @description the newest that has run */
            readonly migration: string | null;
            /** Format: int64 */
            readonly migrations: number;
            readonly node: string;
            readonly settings: readonly {
                readonly about: string;
                readonly name: string;
                readonly secret: boolean;
                /** @description null: not set; of a secret only that it is set */
                readonly value: string | null;
            }[];
            /** Format: date-time */
            readonly startedAt: string;
            readonly version: string;
        };
        readonly Timeline: {
            readonly items: readonly components["schemas"]["TimelineEntry"][];
            readonly nextCursor: string | null;
        };
        readonly TimelineEntry: {
            readonly actor: string;
            readonly causationId: string | null;
            readonly correlationId: string;
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** Format: date-time */
            readonly occurredAt: string;
            /** Format: int64 */
            readonly position: number;
            readonly reason?: string;
            readonly room: string;
            readonly stream: string;
            readonly type: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly TopProductsReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            readonly asOfPosition: number;
            /** Format: date-time */
            readonly from: string;
            readonly items: readonly {
                readonly currency: components["schemas"]["Currency"];
                /** @description as it was last sold */
                readonly name: string;
                /** Format: int64 */
                readonly orders: number;
                /** Format: int64 */
                readonly revenueMinor: number;
                readonly sku: components["schemas"]["Sku"];
                /** Format: int64 */
                readonly units: number;
            }[];
            readonly timeZone: string;
            /** Format: date-time */
            readonly to: string;
        };
        readonly TrackShipment: {
            /**
             * Format: date-time
             * @description when it happened, by the carrier
             */
            readonly at: string;
            readonly detail?: string;
            /** @enum {string} */
            readonly status: "in_transit" | "delivered" | "lost";
        };
        readonly Transfer: {
            /**
             * Format: int64
             * @description in minor units of the currency of the account
             * @example 2500
             */
            readonly amountMinor: number;
            /** @example Top-up at the desk */
            readonly description?: string;
            readonly fromAccountId: components["schemas"]["Id"];
            readonly toAccountId: components["schemas"]["Id"];
            /** @description your own id of the transfer: sent again, it answers what it did */
            readonly transferId?: components["schemas"]["Id"];
        };
        readonly TrialBalance: {
            /** Format: date-time */
            readonly asOf: string;
            readonly items: readonly {
                /**
                 * Format: int64
                 * @description what came in less what went out
                 */
                readonly balanceMinor: number;
                /**
                 * Format: int64
                 * @description all that came in
                 */
                readonly creditMinor: number;
                readonly currency: components["schemas"]["Currency"];
                /**
                 * Format: int64
                 * @description all that went out
                 */
                readonly debitMinor: number;
                /** @enum {string} */
                readonly kind: "customer" | "cash-clearing" | "order-revenue" | "refund-liability" | "write-off";
            }[];
            /** @description by currency, over all kinds: always 0 */
            readonly totals: readonly {
                /** Format: int64 */
                readonly balanceMinor: number;
                readonly currency: components["schemas"]["Currency"];
            }[];
        };
        readonly VerbPreview: {
            readonly changes: readonly {
                readonly after: string | null;
                readonly before: string | null;
                readonly what: string;
            }[];
            /** @description whether it cannot be taken back */
            readonly final: boolean;
            /** @description what would happen, in sentences */
            readonly follows: readonly string[];
            readonly object: string;
            /** Format: date-time */
            readonly previewExpiresAt: string;
            readonly previewToken: string;
            /** @description the verb that takes it back */
            readonly undo: string | null;
            /** @example subscription.pause */
            readonly verb: string;
        };
        readonly WebhookDelivery: {
            /** Format: int64 */
            readonly attempts: number;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly endedAt?: string;
            readonly endpointId: components["schemas"]["Id"];
            /** @description the `webhook-id`, and `ce_id` in Kafka */
            readonly eventId: components["schemas"]["Id"];
            readonly eventType: string;
            readonly id: components["schemas"]["Id"];
            readonly lastError?: string;
            /** Format: int64 */
            readonly lastStatus?: number;
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            /** Format: int64 */
            readonly position?: number;
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "failed" | "discarded";
            /** @description what it is about; in order among those of the same */
            readonly subject: string;
        };
        readonly WebhookDeliveryPage: {
            readonly items: readonly components["schemas"]["WebhookDelivery"][];
            readonly nextCursor: string | null;
        };
        readonly WebhookDeliveryWithLog: {
            /** Format: int64 */
            readonly attempts: number;
            /** @description as it is sent; absent when the log has lost the event */
            readonly body?: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly endedAt?: string;
            readonly endpointId: components["schemas"]["Id"];
            /** @description the `webhook-id`, and `ce_id` in Kafka */
            readonly eventId: components["schemas"]["Id"];
            readonly eventType: string;
            readonly id: components["schemas"]["Id"];
            readonly lastError?: string;
            /** Format: int64 */
            readonly lastStatus?: number;
            /** @description the newest tries, at most 50 */
            readonly log: readonly {
                /** Format: date-time */
                readonly at: string;
                /** Format: int64 */
                readonly attempt: number;
                /** Format: int64 */
                readonly durationMs: number;
                readonly error?: string;
                /** @description how the answer began */
                readonly response?: string;
                /** Format: int64 */
                readonly status?: number;
            }[];
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            /** Format: int64 */
            readonly position?: number;
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "failed" | "discarded";
            /** @description what it is about; in order among those of the same */
            readonly subject: string;
        };
        readonly WebhookEndpoint: {
            /** Format: date-time */
            readonly createdAt: string;
            readonly description?: string;
            readonly disabledReason?: string;
            readonly eventTypes: readonly string[];
            readonly id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description until then two secrets sign
             */
            readonly previousSecretUntil?: string;
            /** @enum {string} */
            readonly state: "enabled" | "disabled";
            /** Format: date-time */
            readonly updatedAt: string;
            readonly url: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly WebhookEndpointChange: {
            readonly description?: string | null;
            /**
             * @example [
             *       "waybill.order.shipped",
             *       "waybill.payment.*"
             *     ]
             */
            readonly eventTypes?: readonly string[];
            /** @example https://shop.example.com/hooks */
            readonly url?: string;
        };
        readonly WebhookEndpointPage: {
            readonly items: readonly components["schemas"]["WebhookEndpoint"][];
            readonly nextCursor: string | null;
        };
        readonly WebhookEndpointWithSecret: {
            /** Format: date-time */
            readonly createdAt: string;
            readonly description?: string;
            readonly disabledReason?: string;
            readonly eventTypes: readonly string[];
            readonly id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description until then two secrets sign
             */
            readonly previousSecretUntil?: string;
            /** @description shown now and never again */
            readonly secret: string;
            /** @enum {string} */
            readonly state: "enabled" | "disabled";
            /** Format: date-time */
            readonly updatedAt: string;
            readonly url: string;
            /** Format: int64 */
            readonly version: number;
        };
        readonly WebhookRange: {
            /**
             * Format: date-time
             * @description events recorded at this instant or later
             */
            readonly from: string;
            /**
             * @description `undelivered`: what has failed, was discarded, or happened while the endpoint was disabled
             * @default all
             * @enum {string}
             */
            readonly include: "all" | "undelivered";
            /** @example customer called */
            readonly reason?: string;
            /**
             * Format: date-time
             * @description before this instant; absent: up to now
             */
            readonly to?: string;
        };
        readonly WebhookRangeQueued: {
            /** @description false: there is more, go on with `nextFrom` */
            readonly isComplete: boolean;
            /** Format: date-time */
            readonly nextFrom?: string;
            /** Format: int64 */
            readonly queued: number;
        };
    };
    responses: {
        /** @description The address is too long. Codes: `uri-too-long` */
        readonly AddressTooLong: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `approval.decided`, `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired` */
        readonly ApprovalsConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `approval.same-person`, `forbidden` */
        readonly ApprovalsForbidden: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `approval.not-found` */
        readonly ApprovalsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `approval.not-found`, `not-found`, `not-served-here` */
        readonly ApprovalsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-cursor`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        readonly BadRequest: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        readonly BadRequest2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-if-match`, `invalid-request`, `malformed-request` */
        readonly BadRequest3: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `idempotency-key-required`, `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        readonly BadRequest4: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `operation.ended`, `operation.nothing-matches` */
        readonly BulkConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `operation.not-found` */
        readonly BulkNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `operation.not-found` */
        readonly BulkNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `operation.unknown-verb` */
        readonly BulkUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `product.already-exists`, `product.archived` */
        readonly CatalogConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `product.not-found` */
        readonly CatalogNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `product.not-found` */
        readonly CatalogNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired` */
        readonly Conflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `customer.not-being-erased`, `customer.orders-under-way`, `idempotency-in-progress`, `idempotency-key-expired` */
        readonly CustomersConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `customer.not-found`, `not-found`, `not-served-here` */
        readonly CustomersNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `forbidden` */
        readonly Forbidden: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `saga.ambiguous-verb`, `saga.cannot-resolve`, `saga.has-ended`, `saga.not-stuck` */
        readonly FulfilmentConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `saga.not-found` */
        readonly FulfilmentNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `saga.not-found` */
        readonly FulfilmentNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The headers are too large. Codes: `headers-too-large` */
        readonly HeadersTooLarge: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong on our side; `errorId` names it. Codes: `internal-error` */
        readonly InternalError: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `reservation.already-consumed`, `reservation.not-held`, `stock.insufficient` */
        readonly InventoryConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `stock.not-found` */
        readonly InventoryNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `stock.not-found` */
        readonly InventoryNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `stock.counted-before-books`, `stock.counted-in-future` */
        readonly InventoryUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `dead-letter.about-money`, `dead-letter.resolved`, `idempotency-in-progress`, `idempotency-key-expired` */
        readonly KafkaHttpConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `dead-letter.not-found` */
        readonly KafkaHttpNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `dead-letter.not-found`, `not-found`, `not-served-here` */
        readonly KafkaHttpNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here` */
        readonly NotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `contact.not-found`, `not-found`, `not-served-here`, `notification.not-found` */
        readonly NotificationsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `contact.not-found`, `notification.not-found` */
        readonly NotificationsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `parked.behind`, `rebuild.already-running`, `subscription.beyond-head`, `subscription.not-beyond-head`, `subscription.not-rebuildable` */
        readonly OpsConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `parked.not-found`, `rebuild.not-found`, `subscription.not-found` */
        readonly OpsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `parked.not-found`, `rebuild.not-found`, `subscription.not-found` */
        readonly OpsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match names another version than the present one. Codes: `precondition-failed`, `preview-expired`, `preview-foreign`, `preview-outdated` */
        readonly OpsPreconditionFailed: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `order.already-cancelled`, `order.already-exists`, `order.already-shipped`, `order.being-cancelled`, `order.being-handed-over`, `order.not-confirmed`, `order.not-delivered`, `order.not-draft`, `order.not-paid`, `order.not-shipped`, `order.price-changed`, `order.too-many-cancellations`, `order.too-many-unpaid`, `order.too-many-unpaid-units` */
        readonly OrdersConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `forbidden`, `order.fulfilment-only`, `order.not-your-customer` */
        readonly OrdersForbidden: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `order.customer-not-found`, `order.item-not-found`, `order.not-found` */
        readonly OrdersNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `order.customer-not-found`, `order.item-not-found`, `order.not-found` */
        readonly OrdersNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `order.currency-mismatch`, `order.incomplete`, `order.product-archived`, `order.quantity-too-large`, `order.too-few-units`, `order.too-many-lines`, `order.total-too-large`, `order.unknown-product`, `order.wallet-unavailable` */
        readonly OrdersUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        readonly PaymentsBadRequest: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `idempotency-key-required`, `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        readonly PaymentsBadRequest2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-cursor`, `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        readonly PaymentsBadRequest3: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `payment.already-settled`, `payment.not-captured`, `payment.not-recordable`, `payment.nothing-to-pay`, `payment.order-in-fulfilment`, `payment.surplus-not-refused` */
        readonly PaymentsConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `payment.not-found`, `payment.provider-not-found`, `payment.surplus-not-found` */
        readonly PaymentsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `payment.not-found`, `payment.provider-not-found`, `payment.surplus-not-found` */
        readonly PaymentsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `payment.refund-exceeds-captured` */
        readonly PaymentsUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match names another version than the present one. Codes: `precondition-failed` */
        readonly PreconditionFailed: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request did not arrive in time. Codes: `request-timeout` */
        readonly RequestTimeout: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `return.already-exists`, `return.not-approved`, `return.not-delivered`, `return.not-open`, `return.too-late` */
        readonly ReturnsConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `return.not-found` */
        readonly ReturnsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `return.not-found` */
        readonly ReturnsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `return.more-than-delivered`, `return.more-than-requested` */
        readonly ReturnsUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `outage.unknown-party` */
        readonly SagasNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `outage.unknown-party` */
        readonly SagasNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `shipment.already-dispatched`, `shipment.asked-for`, `shipment.cannot-send-again`, `shipment.loss-settled`, `shipment.not-awaited`, `shipment.not-by-hand`, `shipment.not-dispatched`, `shipment.not-lost` */
        readonly ShippingConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `shipment.not-found` */
        readonly ShippingNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `shipment.not-found` */
        readonly ShippingNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `shipment.tracked-in-future` */
        readonly ShippingUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `snapshots.being-rebuilt`, `snapshots.rebuild-ended` */
        readonly SnapshotsConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `snapshots.rebuild-not-found` */
        readonly SnapshotsNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `snapshots.rebuild-not-found` */
        readonly SnapshotsNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. Codes: `payload-too-large` */
        readonly TooLarge: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After. Codes: `rate-limited` */
        readonly TooManyRequests: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After. Codes: `rate-limited`, `too-many-live-views` */
        readonly TooManyRequests2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid token. Codes: `unauthenticated` */
        readonly Unauthenticated: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `keys-unavailable`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `written-by-newer-program` */
        readonly Unavailable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `keys-unavailable`, `not-settled`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `written-by-newer-program` */
        readonly Unavailable2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `not-settled`, `overloaded`, `shutting-down`, `store-unavailable`, `written-by-newer-program` */
        readonly Unavailable3: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `overloaded`, `shutting-down`, `store-unavailable`, `written-by-newer-program` */
        readonly Unavailable4: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused` */
        readonly Unprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not JSON in UTF-8. Codes: `unsupported-media-type` */
        readonly UnsupportedMediaType: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `account.already-exists`, `account.closed`, `account.frozen`, `account.insufficient-funds`, `account.not-empty`, `concurrent-change`, `conflict`, `hold.already-captured`, `hold.not-held`, `idempotency-in-progress`, `idempotency-key-expired`, `transfer.id-taken` */
        readonly WalletConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `account.deposit-refused`, `account.not-your-owner`, `forbidden` */
        readonly WalletForbidden: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `account.not-found`, `hold.not-found`, `transfer.not-found` */
        readonly WalletNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `account.not-found`, `hold.not-found`, `not-found`, `not-served-here`, `transfer.not-found` */
        readonly WalletNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `account.balance-too-large`, `account.statement-too-long`, `hold.exceeded`, `idempotency-key-reused`, `transfer.currency-mismatch`, `transfer.same-account` */
        readonly WalletUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `webhook.delivered-already`, `webhook.endpoint-disabled`, `webhook.too-many-endpoints` */
        readonly WebhooksConflict: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `webhook.delivery-not-found`, `webhook.endpoint-not-found` */
        readonly WebhooksNotFound: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `webhook.delivery-not-found`, `webhook.endpoint-not-found` */
        readonly WebhooksNotFound2: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `keys-unavailable`, `not-settled`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `webhook.no-secrets-key`, `written-by-newer-program` */
        readonly WebhooksUnavailable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `webhook.address-refused`, `webhook.unknown-event-type` */
        readonly WebhooksUnprocessable: {
            headers: {
                readonly RateLimit: components["headers"]["RateLimit"];
                readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The version of the thing, for If-Match and If-None-Match
         * @example "7"
         */
        readonly ETag: string;
        /**
         * @description Where the log stood after this write; as Min-Event-Position a list shows it
         * @example 4711
         */
        readonly "Event-Position": number;
        /**
         * @description `true`: the answer to an earlier request under this key; nothing was done again
         * @example true
         */
        readonly "Idempotency-Replayed": "true";
        /**
         * @description RFC 8288: rel="next" leads to the page after this one; absent on the last
         * @example </v1/orders?cursor=eyJ&limit=20>; rel="next"
         */
        readonly Link: string;
        /**
         * @description Where the new thing is read
         * @example /v1/orders/019a9f00-0000-7000-8000-000000000001
         */
        readonly Location: string;
        /**
         * @description What is left in this window, and seconds until the next; absent without a limit
         * @example "default";r=299;t=42
         */
        readonly RateLimit: string;
        /**
         * @description Requests in a window of so many seconds; absent without a limit
         * @example "default";q=300;w=60
         */
        readonly "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before asking again
         * @example 1
         */
        readonly "Retry-After": number;
        /**
         * @description How to say who you are
         * @example Bearer realm="waybill"
         */
        readonly "WWW-Authenticate": string;
        /**
         * @description Yours, or one that was made; it is in our logs
         * @example 019a9f00-0000-7000-8000-000000000002
         */
        readonly "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getStartPage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Waybill</title> */
                    readonly "text/html": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly getAsyncApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    readonly "application/json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly getContract: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly topic: string;
                readonly type: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    readonly "application/schema+json": {
                        readonly [key: string]: unknown;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly status: "ok";
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "database": "up",
                     *         "schema": "up",
                     *         "log": "up",
                     *         "work": "up",
                     *         "stopping": true
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly listProblems: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "text",
                     *           "code": "account.already-exists",
                     *           "title": "text",
                     *           "status": 400,
                     *           "cause": "text",
                     *           "fix": "text",
                     *           "retryable": true,
                     *           "example": {}
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ProblemKind"][];
                    };
                    /** @example <!doctype html><title>Waybill</title> */
                    readonly "text/html": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly getProblem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "text",
                     *       "code": "account.already-exists",
                     *       "title": "text",
                     *       "status": 400,
                     *       "cause": "text",
                     *       "fix": "text",
                     *       "retryable": true,
                     *       "example": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ProblemKind"];
                    /** @example <!doctype html><title>Waybill</title> */
                    readonly "text/html": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable4"];
        };
    };
    readonly listAccounts: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                /** @description UUIDv7 unless said otherwise */
                readonly ownerId?: components["schemas"]["Id"];
                readonly status?: "open" | "frozen" | "closed";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "currency": "EUR",
                     *           "description": "a few words",
                     *           "balanceMinor": 10000,
                     *           "heldMinor": 1999,
                     *           "availableMinor": 8001,
                     *           "status": "open",
                     *           "openedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly openAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                 *       "currency": "EUR",
                 *       "initialDepositMinor": 1,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                readonly "application/json": components["schemas"]["OpenAccount"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getAccount: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly closeAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountReason"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly depositFunds: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountMovement"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listEntries: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "entryId": "019a9f00-0000-7000-8000-000000000001",
                     *           "transferId": "019a9f00-0000-7000-8000-000000000001",
                     *           "amountMinor": 1999,
                     *           "balanceAfterMinor": 1,
                     *           "kind": "deposit",
                     *           "description": "a few words",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LedgerEntryPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly freezeAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountReason"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listHolds: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "held" | "captured" | "released" | "expired" | "declined";
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "accountId": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "currency": "EUR",
                     *           "amountMinor": 1999,
                     *           "heldMinor": 1999,
                     *           "capturedMinor": 1,
                     *           "refundedMinor": 1,
                     *           "state": "held",
                     *           "description": "a few words",
                     *           "expiresAt": "2026-11-26T09:30:00.000Z",
                     *           "placedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HoldPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getStatement: {
        readonly parameters: {
            readonly query?: {
                /** @description this instant or later; absent: since it was opened */
                readonly from?: string;
                /** @description before this instant; absent: up to now */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accountId": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "openingBalanceMinor": 1,
                     *       "entries": [
                     *         {
                     *           "entryId": "019a9f00-0000-7000-8000-000000000001",
                     *           "transferId": "019a9f00-0000-7000-8000-000000000001",
                     *           "amountMinor": 1999,
                     *           "balanceAfterMinor": 1,
                     *           "kind": "deposit",
                     *           "description": "a few words",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "closingBalanceMinor": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountStatement"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly unfreezeAccount: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountReason"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly withdrawFunds: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountMovement"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "balanceMinor": 10000,
                     *       "heldMinor": 1999,
                     *       "availableMinor": 8001,
                     *       "status": "open",
                     *       "openedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Account"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getCancellations: {
        readonly parameters: {
            readonly query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "code": "insufficient-stock",
                     *           "stage": "draft",
                     *           "currency": "EUR",
                     *           "orders": 1,
                     *           "share": 1,
                     *           "valueMinor": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CancellationsReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getCustomerRanking: {
        readonly parameters: {
            readonly query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly limit?: number;
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "currency": "EUR",
                     *           "orders": 1,
                     *           "spentMinor": 1,
                     *           "averageMinor": 1,
                     *           "isNew": true,
                     *           "lastOrderAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CustomersReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getFunnel: {
        readonly parameters: {
            readonly query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "step": "created",
                     *           "orders": 1,
                     *           "share": 1,
                     *           "medianMs": 1,
                     *           "p90Ms": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FunnelReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getSales: {
        readonly parameters: {
            readonly query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly interval?: "hour" | "day" | "week" | "month";
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "start": "2026-11-26T09:30:00.000Z",
                     *           "currency": "EUR",
                     *           "orders": 1,
                     *           "units": 1,
                     *           "grossMinor": 1,
                     *           "refundedMinor": 1,
                     *           "netMinor": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SalesReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getStockTurnover: {
        readonly parameters: {
            readonly query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly limit?: number;
                readonly sku?: components["schemas"]["Sku"];
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "opening": 1,
                     *           "received": 1,
                     *           "shipped": 1,
                     *           "lost": 1,
                     *           "closing": 1,
                     *           "turnover": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StockTurnoverReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getTopProducts: {
        readonly parameters: {
            readonly query?: {
                readonly by?: "revenue" | "units" | "orders";
                readonly currency?: components["schemas"]["Currency"];
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                readonly from?: string;
                readonly limit?: number;
                readonly timeZone?: string;
                /** @description exclusive; now unless given */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-26T09:30:00.000Z",
                     *       "to": "2026-11-26T09:30:00.000Z",
                     *       "timeZone": "text",
                     *       "asOfPosition": 4711,
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "currency": "EUR",
                     *           "orders": 1,
                     *           "units": 1,
                     *           "revenueMinor": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TopProductsReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    readonly "text/csv": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "email": "text",
                     *       "language": "en",
                     *       "notifications": true,
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly putContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "language": "en",
                 *       "notifications": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["ContactBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "email": "text",
                     *       "language": "en",
                     *       "notifications": true,
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Contact"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly deleteContact: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listCustomerOrders: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                /** @description created at this instant or later */
                readonly from?: string;
                readonly limit?: number;
                readonly sku?: components["schemas"]["Sku"];
                readonly status?: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
                /** @description created before this instant */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "status": "draft",
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "total": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "shippingAddress": {
                     *             "name": "Ada Byron",
                     *             "line1": "1 Analytical St",
                     *             "city": "London",
                     *             "postalCode": "N1 7AA",
                     *             "country": "GB"
                     *           },
                     *           "paymentMethod": {
                     *             "type": "card",
                     *             "token": "tok_ok"
                     *           },
                     *           "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "trackingNumber": "SIM-0001",
                     *           "carrier": "simulated",
                     *           "cancellation": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it",
                     *             "requestedAt": "2026-11-26T09:30:00.000Z"
                     *           },
                     *           "cancellationReason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "cancelledUnits": [
                     *             {
                     *               "items": [
                     *                 {
                     *                   "sku": "MUG-BLUE",
                     *                   "name": "Blue mug",
                     *                   "quantity": 2,
                     *                   "unitPrice": {
                     *                     "amountMinor": 1999,
                     *                     "currency": "EUR"
                     *                   },
                     *                   "lineTotal": {
                     *                     "amountMinor": 1999,
                     *                     "currency": "EUR"
                     *                   }
                     *                 }
                     *               ],
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "reason": {
                     *                 "code": "insufficient-stock",
                     *                 "detail": "what there is to say about it"
                     *               },
                     *               "at": "2026-11-26T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *           "paidAt": "2026-11-26T09:30:00.000Z",
                     *           "shippedAt": "2026-11-26T09:30:00.000Z",
                     *           "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *           "returnedAt": "2026-11-26T09:30:00.000Z",
                     *           "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPersonalData: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "contact": {
                     *         "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *         "email": "text",
                     *         "language": "en",
                     *         "notifications": true,
                     *         "updatedAt": "2026-11-26T09:30:00.000Z",
                     *         "version": 7
                     *       },
                     *       "accounts": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "currency": "EUR",
                     *           "description": "a few words",
                     *           "balanceMinor": 10000,
                     *           "heldMinor": 1999,
                     *           "availableMinor": 8001,
                     *           "status": "open",
                     *           "openedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "orders": {
                     *         "items": [
                     *           {
                     *             "id": "019a9f00-0000-7000-8000-000000000001",
                     *             "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *             "status": "draft",
                     *             "items": [
                     *               {
                     *                 "sku": "MUG-BLUE",
                     *                 "name": "Blue mug",
                     *                 "quantity": 2,
                     *                 "unitPrice": {
                     *                   "amountMinor": 1999,
                     *                   "currency": "EUR"
                     *                 },
                     *                 "lineTotal": {
                     *                   "amountMinor": 1999,
                     *                   "currency": "EUR"
                     *                 }
                     *               }
                     *             ],
                     *             "total": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "shippingAddress": {
                     *               "name": "Ada Byron",
                     *               "line1": "1 Analytical St",
                     *               "city": "London",
                     *               "postalCode": "N1 7AA",
                     *               "country": "GB"
                     *             },
                     *             "paymentMethod": {
                     *               "type": "card",
                     *               "token": "tok_ok"
                     *             },
                     *             "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *             "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *             "trackingNumber": "SIM-0001",
                     *             "carrier": "simulated",
                     *             "cancellation": {
                     *               "code": "insufficient-stock",
                     *               "detail": "what there is to say about it",
                     *               "requestedAt": "2026-11-26T09:30:00.000Z"
                     *             },
                     *             "cancellationReason": {
                     *               "code": "insufficient-stock",
                     *               "detail": "what there is to say about it"
                     *             },
                     *             "cancelledUnits": [
                     *               {
                     *                 "items": [
                     *                   {
                     *                     "sku": "MUG-BLUE",
                     *                     "name": "Blue mug",
                     *                     "quantity": 2,
                     *                     "unitPrice": {
                     *                       "amountMinor": 1999,
                     *                       "currency": "EUR"
                     *                     },
                     *                     "lineTotal": {
                     *                       "amountMinor": 1999,
                     *                       "currency": "EUR"
                     *                     }
                     *                   }
                     *                 ],
                     *                 "amount": {
                     *                   "amountMinor": 1999,
                     *                   "currency": "EUR"
                     *                 },
                     *                 "reason": {
                     *                   "code": "insufficient-stock",
                     *                   "detail": "what there is to say about it"
                     *                 },
                     *                 "at": "2026-11-26T09:30:00.000Z"
                     *               }
                     *             ],
                     *             "createdAt": "2026-11-26T09:30:00.000Z",
                     *             "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *             "paidAt": "2026-11-26T09:30:00.000Z",
                     *             "shippedAt": "2026-11-26T09:30:00.000Z",
                     *             "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *             "returnedAt": "2026-11-26T09:30:00.000Z",
                     *             "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *             "version": 7
                     *           }
                     *         ],
                     *         "nextCursor": null
                     *       },
                     *       "erasure": {
                     *         "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *         "status": "erasing",
                     *         "reason": "customer called",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z",
                     *         "erasedAt": "2026-11-26T09:30:00.000Z",
                     *         "version": 7
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PersonalData"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CustomersNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly erasePersonalData: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly customerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "asked for by the customer, 26 November"
                 *     }
                 */
                readonly "application/json": components["schemas"]["EraseCustomer"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "erasing",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "erasedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Erasure"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CustomersNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["CustomersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getTrialBalance: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-26T09:30:00.000Z",
                     *       "items": [
                     *         {
                     *           "kind": "customer",
                     *           "currency": "EUR",
                     *           "debitMinor": 1,
                     *           "creditMinor": 1,
                     *           "balanceMinor": 10000
                     *         }
                     *       ],
                     *       "totals": [
                     *         {
                     *           "currency": "EUR",
                     *           "balanceMinor": 10000
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrialBalance"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listNotifications: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "queued" | "sent" | "failed" | "suppressed";
                readonly template?: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "template": "order-confirmed",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "eventType": "text",
                     *           "position": 4711,
                     *           "state": "queued",
                     *           "reason": "customer called",
                     *           "attempts": 1,
                     *           "lastError": "text",
                     *           "messageId": "text",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "endedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NotificationPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getNotification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "template": "order-confirmed",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "position": 4711,
                     *       "state": "queued",
                     *       "reason": "customer called",
                     *       "attempts": 1,
                     *       "lastError": "text",
                     *       "messageId": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z",
                     *       "mail": {
                     *         "language": "en",
                     *         "subject": "text",
                     *         "text": "text",
                     *         "html": "text"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NotificationWithMail"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly resendNotification: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NotificationResend"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "template": "order-confirmed",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "position": 4711,
                     *       "state": "queued",
                     *       "reason": "customer called",
                     *       "attempts": 1,
                     *       "lastError": "text",
                     *       "messageId": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Notification"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listOperatorActions: {
        readonly parameters: {
            readonly query?: {
                readonly action?: string;
                readonly actor?: string;
                readonly cursor?: string;
                readonly limit?: number;
                /** @description what was acted on: an id or a name */
                readonly object?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "actor": "operator:demo-operator",
                     *           "action": "text",
                     *           "object": "text",
                     *           "reason": "customer called",
                     *           "outcome": "text",
                     *           "details": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OperatorAction"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listApprovals: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "waiting" | "approved" | "done" | "failed" | "rejected";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "action": "payment.refund",
                     *           "object": "text",
                     *           "amountMinor": 1999,
                     *           "currency": "EUR",
                     *           "reason": "customer called",
                     *           "requestedBy": "operator:demo-operator",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "state": "waiting",
                     *           "decidedBy": "text",
                     *           "decision": "text",
                     *           "decidedAt": "2026-11-26T09:30:00.000Z",
                     *           "outcome": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ApprovalsForbidden"];
            readonly 404: components["responses"]["ApprovalsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getApproval: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "action": "payment.refund",
                     *       "object": "text",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "reason": "customer called",
                     *       "requestedBy": "operator:demo-operator",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "state": "waiting",
                     *       "decidedBy": "text",
                     *       "decision": "text",
                     *       "decidedAt": "2026-11-26T09:30:00.000Z",
                     *       "outcome": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Approval"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ApprovalsForbidden"];
            readonly 404: components["responses"]["ApprovalsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly grantApproval: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "action": "payment.refund",
                     *       "object": "text",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "reason": "customer called",
                     *       "requestedBy": "operator:demo-operator",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "state": "waiting",
                     *       "decidedBy": "text",
                     *       "decision": "text",
                     *       "decidedAt": "2026-11-26T09:30:00.000Z",
                     *       "outcome": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Approval"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ApprovalsForbidden"];
            readonly 404: components["responses"]["ApprovalsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ApprovalsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly rejectApproval: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "action": "payment.refund",
                     *       "object": "text",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "reason": "customer called",
                     *       "requestedBy": "operator:demo-operator",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "state": "waiting",
                     *       "decidedBy": "text",
                     *       "decision": "text",
                     *       "decidedAt": "2026-11-26T09:30:00.000Z",
                     *       "outcome": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Approval"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ApprovalsForbidden"];
            readonly 404: components["responses"]["ApprovalsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ApprovalsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listAttention: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "kind": "approval",
                     *           "object": "text",
                     *           "detail": "what there is to say about it",
                     *           "since": "2026-11-26T09:30:00.000Z",
                     *           "actions": [
                     *             {
                     *               "rel": "text",
                     *               "method": "text",
                     *               "href": "text"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["AttentionItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listDeadLetters: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "open" | "replayed" | "discarded";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "text",
                     *           "topic": "text",
                     *           "partition": 1,
                     *           "offset": 1,
                     *           "messageId": "text",
                     *           "key": "text",
                     *           "value": "text",
                     *           "reason": "customer called",
                     *           "error": "text",
                     *           "attempts": 1,
                     *           "failedAt": "text",
                     *           "state": "open"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["DeadLetter"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["KafkaHttpNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly discardDeadLetter: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            /** @description It is about money and waits for a second person */
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "action": "payment.refund",
                     *       "object": "text",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "reason": "customer called",
                     *       "requestedBy": "operator:demo-operator",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "state": "waiting",
                     *       "decidedBy": "text",
                     *       "decision": "text",
                     *       "decidedAt": "2026-11-26T09:30:00.000Z",
                     *       "outcome": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Approval"];
                };
            };
            readonly 204: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["KafkaHttpNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["KafkaHttpConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly replayDeadLetter: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "replayed": [
                     *         "text"
                     *       ],
                     *       "open": 1,
                     *       "error": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeadLetterReplay"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["KafkaHttpNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["KafkaHttpConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listEvents: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly from?: string;
                readonly limit?: number;
                readonly stream?: string;
                readonly to?: string;
                readonly type?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 4711,
                     *           "stream": "order-019a9f00-0000-7000-8000-000000000001",
                     *           "version": 7,
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "type": "text",
                     *           "schemaVersion": 1,
                     *           "data": {},
                     *           "actor": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "occurredAt": "2026-11-26T09:30:00.000Z",
                     *           "recordedAt": "2026-11-26T09:30:00.000Z",
                     *           "commandId": "019a9f00-0000-7000-8000-000000000001",
                     *           "correlationId": "text",
                     *           "causationId": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["StoredEvent"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getKafka: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "brokers": [
                     *         "text"
                     *       ],
                     *       "clientId": "text",
                     *       "groupId": "text",
                     *       "topicPrefix": "text",
                     *       "epoch": {
                     *         "epoch": 1,
                     *         "since": "2026-11-26T09:30:00.000Z",
                     *         "reason": "customer called"
                     *       },
                     *       "consumer": {
                     *         "state": "off",
                     *         "since": "2026-11-26T09:30:00.000Z",
                     *         "failures": 1,
                     *         "failingSince": "2026-11-26T09:30:00.000Z",
                     *         "lastError": "text",
                     *         "lastErrorAt": "2026-11-26T09:30:00.000Z",
                     *         "stalled": [
                     *           {
                     *             "topic": "text",
                     *             "partition": 1,
                     *             "offset": "text",
                     *             "error": "text",
                     *             "since": "2026-11-26T09:30:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "producer": {
                     *         "state": "off",
                     *         "since": "2026-11-26T09:30:00.000Z",
                     *         "failures": 1,
                     *         "failingSince": "2026-11-26T09:30:00.000Z",
                     *         "lastError": "text",
                     *         "lastErrorAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "lag": 1,
                     *       "lagError": "text",
                     *       "partitions": [
                     *         {
                     *           "topic": "text",
                     *           "partition": 1,
                     *           "committed": "text",
                     *           "end": "text",
                     *           "lag": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["KafkaStatus"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["KafkaHttpNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listOperations: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "verb": "text",
                     *           "filter": {},
                     *           "pace": 1,
                     *           "state": "running",
                     *           "total": 1,
                     *           "done": 1,
                     *           "refused": 1,
                     *           "pending": 1,
                     *           "requestedBy": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "startedAt": "2026-11-26T09:30:00.000Z",
                     *           "finishedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Operation"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BulkNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly beginOperation: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "verb": "saga.retry",
                 *       "filter": {},
                 *       "pace": 10,
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": components["schemas"]["OperationWish"];
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z",
                     *       "count": 1,
                     *       "skipped": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperationPreview"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": 1,
                     *       "state": "running",
                     *       "total": 1,
                     *       "done": 1,
                     *       "refused": 1,
                     *       "pending": 1,
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BulkNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["BulkConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["BulkUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": 1,
                     *       "state": "running",
                     *       "total": 1,
                     *       "done": 1,
                     *       "refused": 1,
                     *       "pending": 1,
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Operation"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BulkNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listOperationItems: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "pending" | "trying" | "done" | "refused";
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "object": "text",
                     *           "state": "pending",
                     *           "detail": "what there is to say about it",
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["OperationItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BulkNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly stopOperation: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": 1,
                     *       "state": "running",
                     *       "total": 1,
                     *       "done": 1,
                     *       "refused": 1,
                     *       "pending": 1,
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Operation"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["BulkNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["BulkConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["BulkUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listOutages: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "party": "text",
                     *           "waiting": 1,
                     *           "since": "2026-11-26T09:30:00.000Z",
                     *           "lastError": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Outages"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SagasNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly retryOutage: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly party: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "party": "text",
                     *       "retried": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OutageRetried"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SagasNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getOverview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-26T09:30:00.000Z",
                     *       "position": 4711,
                     *       "events": {
                     *         "lastMinute": 1,
                     *         "minutes": [
                     *           {
                     *             "at": "2026-11-26T09:30:00.000Z",
                     *             "events": 1
                     *           }
                     *         ]
                     *       },
                     *       "requests": {
                     *         "count": 1,
                     *         "p50Ms": 1,
                     *         "p99Ms": 1
                     *       },
                     *       "sagas": {
                     *         "running": 1,
                     *         "compensating": 1,
                     *         "needsAttention": 1
                     *       },
                     *       "attention": {
                     *         "count": 1,
                     *         "more": true,
                     *         "kinds": [
                     *           {
                     *             "kind": "text",
                     *             "count": 1,
                     *             "oldest": "2026-11-26T09:30:00.000Z"
                     *           }
                     *         ]
                     *       },
                     *       "subscriptions": {
                     *         "count": 1,
                     *         "behind": 1,
                     *         "paused": 1,
                     *         "failing": 1,
                     *         "worst": {
                     *           "name": "Blue mug",
                     *           "lag": 1
                     *         }
                     *       },
                     *       "deadLetters": 1,
                     *       "parked": 1,
                     *       "rebuilds": 1,
                     *       "operations": 1,
                     *       "approvals": 1,
                     *       "instances": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Overview"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listParked: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "retrying" | "parked";
                readonly subscription?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "subscription": "text",
                     *           "sequence": "text",
                     *           "position": 4711,
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "stream": "order-019a9f00-0000-7000-8000-000000000001",
                     *           "version": 7,
                     *           "eventType": "text",
                     *           "state": "retrying",
                     *           "reason": "failed",
                     *           "attempts": 1,
                     *           "error": "text",
                     *           "parkedAt": "2026-11-26T09:30:00.000Z",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *           "behind": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ParkedEvent"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly discardParked: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "retrying"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ParkedDecision"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly retryParked: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "retrying"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ParkedDecision"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listRebuilds: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "subscription": "text",
                     *           "mode": "switch",
                     *           "state": "running",
                     *           "phase": "copying",
                     *           "done": 1,
                     *           "total": 1,
                     *           "events": 1,
                     *           "rate": 1,
                     *           "etaSeconds": 1,
                     *           "comparison": {
                     *             "position": 4711,
                     *             "rows": {
                     *               "live": 1,
                     *               "rebuilt": 1
                     *             },
                     *             "checksum": {
                     *               "live": "text",
                     *               "rebuilt": "text"
                     *             },
                     *             "differences": 1,
                     *             "sample": [
                     *               {
                     *                 "key": "text",
                     *                 "live": {},
                     *                 "rebuilt": {}
                     *               }
                     *             ]
                     *           },
                     *           "error": "text",
                     *           "requestedBy": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "startedAt": "2026-11-26T09:30:00.000Z",
                     *           "finishedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Rebuild"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getRebuild: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "subscription": "text",
                     *       "mode": "switch",
                     *       "state": "running",
                     *       "phase": "copying",
                     *       "done": 1,
                     *       "total": 1,
                     *       "events": 1,
                     *       "rate": 1,
                     *       "etaSeconds": 1,
                     *       "comparison": {
                     *         "position": 4711,
                     *         "rows": {
                     *           "live": 1,
                     *           "rebuilt": 1
                     *         },
                     *         "checksum": {
                     *           "live": "text",
                     *           "rebuilt": "text"
                     *         },
                     *         "differences": 1,
                     *         "sample": [
                     *           {
                     *             "key": "text",
                     *             "live": {},
                     *             "rebuilt": {}
                     *           }
                     *         ]
                     *       },
                     *       "error": "text",
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Rebuild"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listRetention: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "table": "text",
                     *           "days": 1,
                     *           "oldest": "2026-11-26T09:30:00.000Z",
                     *           "rows": 1,
                     *           "bytes": 1,
                     *           "lastRunAt": "2026-11-26T09:30:00.000Z",
                     *           "finishedAt": "2026-11-26T09:30:00.000Z",
                     *           "nextRunAt": "2026-11-26T09:30:00.000Z",
                     *           "deleted": 1,
                     *           "deletedTotal": 1,
                     *           "owner": "text",
                     *           "error": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Retention"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly runRetention: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "table": "text",
                     *           "days": 1,
                     *           "oldest": "2026-11-26T09:30:00.000Z",
                     *           "rows": 1,
                     *           "bytes": 1,
                     *           "lastRunAt": "2026-11-26T09:30:00.000Z",
                     *           "finishedAt": "2026-11-26T09:30:00.000Z",
                     *           "nextRunAt": "2026-11-26T09:30:00.000Z",
                     *           "deleted": 1,
                     *           "deletedTotal": 1,
                     *           "owner": "text",
                     *           "error": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Retention"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listSagas: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "state": "running",
                     *           "stuckStep": "text",
                     *           "stuckDetail": "text",
                     *           "startedAt": "2026-11-26T09:30:00.000Z",
                     *           "updatedAt": "2026-11-26T09:30:00.000Z",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *           "lastError": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly compensateSaga: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly orderId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": components["schemas"]["OperatorReason"];
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FulfilmentConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly resolveSaga: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly orderId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "step": "text",
                 *       "direction": "forward",
                 *       "command": "text",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SagaVerb"];
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FulfilmentConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly retrySaga: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly orderId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "step": "text",
                 *       "direction": "forward",
                 *       "command": "text",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SagaVerb"];
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "dryRun": {
                     *         "records": [
                     *           {
                     *             "type": "text",
                     *             "data": {}
                     *           }
                     *         ],
                     *         "sends": [
                     *           {
                     *             "command": "text",
                     *             "step": "text",
                     *             "direction": "forward"
                     *           }
                     *         ]
                     *       },
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FulfilmentConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly rebuildSnapshots: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "done": 1,
                     *       "total": 1,
                     *       "skipped": 1,
                     *       "events": 1,
                     *       "eventsTotal": 1,
                     *       "etaSeconds": 1,
                     *       "error": "text",
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SnapshotRebuild"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SnapshotsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SnapshotsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listSnapshotRebuilds: {
        readonly parameters: {
            readonly query?: {
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "state": "running",
                     *           "done": 1,
                     *           "total": 1,
                     *           "skipped": 1,
                     *           "events": 1,
                     *           "eventsTotal": 1,
                     *           "etaSeconds": 1,
                     *           "error": "text",
                     *           "requestedBy": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "startedAt": "2026-11-26T09:30:00.000Z",
                     *           "finishedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SnapshotRebuild"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SnapshotsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getSnapshotRebuild: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "done": 1,
                     *       "total": 1,
                     *       "skipped": 1,
                     *       "events": 1,
                     *       "eventsTotal": 1,
                     *       "etaSeconds": 1,
                     *       "error": "text",
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SnapshotRebuild"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SnapshotsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly stopSnapshotRebuild: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "done": 1,
                     *       "total": 1,
                     *       "skipped": 1,
                     *       "events": 1,
                     *       "eventsTotal": 1,
                     *       "etaSeconds": 1,
                     *       "error": "text",
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SnapshotRebuild"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["SnapshotsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["SnapshotsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listSubscriptions: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "Blue mug",
                     *           "checkpoint": 1,
                     *           "head": 1,
                     *           "lag": 1,
                     *           "state": "running",
                     *           "owner": "text",
                     *           "epoch": 1,
                     *           "parked": 1,
                     *           "lastError": "text",
                     *           "failingSince": "2026-11-26T09:30:00.000Z",
                     *           "updatedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["Subscription"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly pauseSubscription: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Blue mug",
                     *       "checkpoint": 1,
                     *       "head": 1,
                     *       "lag": 1,
                     *       "state": "running",
                     *       "owner": "text",
                     *       "epoch": 1,
                     *       "parked": 1,
                     *       "lastError": "text",
                     *       "failingSince": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly rebuildSubscription: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text",
                 *       "mode": "switch"
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description `switch` replaces the live table; `verify` only compares it with one computed anew
                     * @default switch
                     * @enum {string}
                     */
                    readonly mode?: "switch" | "verify";
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "verb": "subscription.pause",
                     *       "object": "text",
                     *       "follows": [
                     *         "text"
                     *       ],
                     *       "changes": [
                     *         {
                     *           "what": "text",
                     *           "before": "text",
                     *           "after": "text"
                     *         }
                     *       ],
                     *       "final": true,
                     *       "undo": "text",
                     *       "previewToken": "text",
                     *       "previewExpiresAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VerbPreview"];
                };
            };
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "subscription": "text",
                     *       "mode": "switch",
                     *       "state": "running",
                     *       "phase": "copying",
                     *       "done": 1,
                     *       "total": 1,
                     *       "events": 1,
                     *       "rate": 1,
                     *       "etaSeconds": 1,
                     *       "comparison": {
                     *         "position": 4711,
                     *         "rows": {
                     *           "live": 1,
                     *           "rebuilt": 1
                     *         },
                     *         "checksum": {
                     *           "live": "text",
                     *           "rebuilt": "text"
                     *         },
                     *         "differences": 1,
                     *         "sample": [
                     *           {
                     *             "key": "text",
                     *             "live": {},
                     *             "rebuilt": {}
                     *           }
                     *         ]
                     *       },
                     *       "error": "text",
                     *       "requestedBy": "operator:demo-operator",
                     *       "reason": "customer called",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "finishedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Rebuild"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly resumeSubscription: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Blue mug",
                     *       "checkpoint": 1,
                     *       "head": 1,
                     *       "lag": 1,
                     *       "state": "running",
                     *       "owner": "text",
                     *       "epoch": 1,
                     *       "parked": 1,
                     *       "lastError": "text",
                     *       "failingSince": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly rewindSubscription: {
        readonly parameters: {
            readonly query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                readonly dryRun?: string;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly name: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                readonly "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    readonly previewToken?: string;
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description done; or only shown, for `dryRun` */
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Blue mug",
                     *       "checkpoint": 1,
                     *       "head": 1,
                     *       "lag": 1,
                     *       "state": "running",
                     *       "owner": "text",
                     *       "epoch": 1,
                     *       "parked": 1,
                     *       "lastError": "text",
                     *       "failingSince": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OpsConflict"];
            readonly 412: components["responses"]["OpsPreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getSystem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": "text",
                     *       "node": "text",
                     *       "database": "text",
                     *       "migration": "text",
                     *       "migrations": 1,
                     *       "startedAt": "2026-11-26T09:30:00.000Z",
                     *       "instances": [
                     *         {
                     *           "name": "Blue mug",
                     *           "seenUntil": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "settings": [
                     *         {
                     *           "name": "Blue mug",
                     *           "value": "text",
                     *           "secret": true,
                     *           "about": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["System"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["OpsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listOrders: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                /** @description UUIDv7 unless said otherwise */
                readonly customerId?: components["schemas"]["Id"];
                /** @description created at this instant or later */
                readonly from?: string;
                readonly limit?: number;
                readonly sku?: components["schemas"]["Sku"];
                readonly status?: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
                /** @description created before this instant */
                readonly to?: string;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "status": "draft",
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "total": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "shippingAddress": {
                     *             "name": "Ada Byron",
                     *             "line1": "1 Analytical St",
                     *             "city": "London",
                     *             "postalCode": "N1 7AA",
                     *             "country": "GB"
                     *           },
                     *           "paymentMethod": {
                     *             "type": "card",
                     *             "token": "tok_ok"
                     *           },
                     *           "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "trackingNumber": "SIM-0001",
                     *           "carrier": "simulated",
                     *           "cancellation": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it",
                     *             "requestedAt": "2026-11-26T09:30:00.000Z"
                     *           },
                     *           "cancellationReason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "cancelledUnits": [
                     *             {
                     *               "items": [
                     *                 {
                     *                   "sku": "MUG-BLUE",
                     *                   "name": "Blue mug",
                     *                   "quantity": 2,
                     *                   "unitPrice": {
                     *                     "amountMinor": 1999,
                     *                     "currency": "EUR"
                     *                   },
                     *                   "lineTotal": {
                     *                     "amountMinor": 1999,
                     *                     "currency": "EUR"
                     *                   }
                     *                 }
                     *               ],
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "reason": {
                     *                 "code": "insufficient-stock",
                     *                 "detail": "what there is to say about it"
                     *               },
                     *               "at": "2026-11-26T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *           "paidAt": "2026-11-26T09:30:00.000Z",
                     *           "shippedAt": "2026-11-26T09:30:00.000Z",
                     *           "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *           "returnedAt": "2026-11-26T09:30:00.000Z",
                     *           "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                 *       "currency": "EUR",
                 *       "items": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 2
                 *         }
                 *       ],
                 *       "shippingAddress": {
                 *         "name": "Ada Byron",
                 *         "line1": "1 Analytical St",
                 *         "city": "London",
                 *         "postalCode": "N1 7AA",
                 *         "country": "GB"
                 *       },
                 *       "paymentMethod": {
                 *         "type": "card",
                 *         "token": "tok_ok"
                 *       },
                 *       "confirm": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateOrder"];
            };
        };
        readonly responses: {
            /** @description A draft */
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Confirmed: fulfilment has begun */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getOrder: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getOrderAsOf: {
        readonly parameters: {
            readonly query: {
                readonly at: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "order": {
                     *         "id": "019a9f00-0000-7000-8000-000000000001",
                     *         "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *         "status": "draft",
                     *         "items": [
                     *           {
                     *             "sku": "MUG-BLUE",
                     *             "name": "Blue mug",
                     *             "quantity": 2,
                     *             "unitPrice": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "lineTotal": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             }
                     *           }
                     *         ],
                     *         "total": {
                     *           "amountMinor": 1999,
                     *           "currency": "EUR"
                     *         },
                     *         "shippingAddress": {
                     *           "name": "Ada Byron",
                     *           "line1": "1 Analytical St",
                     *           "city": "London",
                     *           "postalCode": "N1 7AA",
                     *           "country": "GB"
                     *         },
                     *         "paymentMethod": {
                     *           "type": "card",
                     *           "token": "tok_ok"
                     *         },
                     *         "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *         "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *         "trackingNumber": "SIM-0001",
                     *         "carrier": "simulated",
                     *         "cancellation": {
                     *           "code": "insufficient-stock",
                     *           "detail": "what there is to say about it",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z"
                     *         },
                     *         "cancellationReason": {
                     *           "code": "insufficient-stock",
                     *           "detail": "what there is to say about it"
                     *         },
                     *         "cancelledUnits": [
                     *           {
                     *             "items": [
                     *               {
                     *                 "sku": "MUG-BLUE",
                     *                 "name": "Blue mug",
                     *                 "quantity": 2,
                     *                 "unitPrice": {
                     *                   "amountMinor": 1999,
                     *                   "currency": "EUR"
                     *                 },
                     *                 "lineTotal": {
                     *                   "amountMinor": 1999,
                     *                   "currency": "EUR"
                     *                 }
                     *               }
                     *             ],
                     *             "amount": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "reason": {
                     *               "code": "insufficient-stock",
                     *               "detail": "what there is to say about it"
                     *             },
                     *             "at": "2026-11-26T09:30:00.000Z"
                     *           }
                     *         ],
                     *         "createdAt": "2026-11-26T09:30:00.000Z",
                     *         "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *         "paidAt": "2026-11-26T09:30:00.000Z",
                     *         "shippedAt": "2026-11-26T09:30:00.000Z",
                     *         "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *         "returnedAt": "2026-11-26T09:30:00.000Z",
                     *         "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *         "version": 7
                     *       },
                     *       "fulfilment": {
                     *         "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *         "state": "running",
                     *         "steps": [
                     *           {
                     *             "name": "reserve",
                     *             "direction": "forward",
                     *             "state": "started",
                     *             "startedAt": "2026-11-26T09:30:00.000Z",
                     *             "endedAt": "2026-11-26T09:30:00.000Z",
                     *             "detail": "what there is to say about it"
                     *           }
                     *         ],
                     *         "attention": {
                     *           "step": "text",
                     *           "direction": "forward",
                     *           "command": "text",
                     *           "detail": "what there is to say about it"
                     *         },
                     *         "troubles": [
                     *           {
                     *             "step": "text",
                     *             "direction": "forward",
                     *             "command": "text",
                     *             "detail": "what there is to say about it"
                     *           }
                     *         ],
                     *         "version": 7
                     *       },
                     *       "payment": {
                     *         "id": "019a9f00-0000-7000-8000-000000000001",
                     *         "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *         "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *         "state": "requested",
                     *         "amount": {
                     *           "amountMinor": 1999,
                     *           "currency": "EUR"
                     *         },
                     *         "due": {
                     *           "amountMinor": 1999,
                     *           "currency": "EUR"
                     *         },
                     *         "captured": {
                     *           "amountMinor": 1999,
                     *           "currency": "EUR"
                     *         },
                     *         "refunded": {
                     *           "amountMinor": 1999,
                     *           "currency": "EUR"
                     *         },
                     *         "method": {
                     *           "type": "card"
                     *         },
                     *         "reference": "invoice 4711",
                     *         "declineCode": "text",
                     *         "detail": "what there is to say about it",
                     *         "refunds": [
                     *           {
                     *             "id": "019a9f00-0000-7000-8000-000000000001",
                     *             "amount": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "reason": "customer called",
                     *             "state": "requested",
                     *             "reference": "invoice 4711"
                     *           }
                     *         ],
                     *         "surplus": [
                     *           {
                     *             "id": "019a9f00-0000-7000-8000-000000000001",
                     *             "amount": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "receivedAs": "text",
                     *             "state": "owed",
                     *             "reference": "invoice 4711"
                     *           }
                     *         ],
                     *         "createdAt": "2026-11-26T09:30:00.000Z",
                     *         "version": 7
                     *       },
                     *       "shipment": {
                     *         "id": "019a9f00-0000-7000-8000-000000000001",
                     *         "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *         "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *         "state": "requested",
                     *         "carrier": "simulated",
                     *         "trackingNumber": "SIM-0001",
                     *         "address": {
                     *           "name": "Blue mug",
                     *           "line1": "text",
                     *           "line2": "text",
                     *           "city": "text",
                     *           "region": "text",
                     *           "postalCode": "text",
                     *           "country": "DE"
                     *         },
                     *         "lines": [
                     *           {
                     *             "sku": "MUG-BLUE",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "tracking": [
                     *           {
                     *             "status": "in_transit",
                     *             "at": "2026-11-26T09:30:00.000Z",
                     *             "detail": "what there is to say about it"
                     *           }
                     *         ],
                     *         "detail": "what there is to say about it",
                     *         "loss": {
                     *           "outcome": "sent-again",
                     *           "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *         },
                     *         "createdAt": "2026-11-26T09:30:00.000Z",
                     *         "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *         "version": 7
                     *       },
                     *       "reservation": {
                     *         "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *         "status": "held",
                     *         "lines": [
                     *           {
                     *             "sku": "MUG-BLUE",
                     *             "quantity": 1
                     *           }
                     *         ],
                     *         "shortages": [
                     *           {
                     *             "sku": "MUG-BLUE",
                     *             "requested": 1,
                     *             "available": 1
                     *           }
                     *         ],
                     *         "version": 7
                     *       },
                     *       "returns": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "status": "requested",
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "quantity": 1,
                     *               "received": 1,
                     *               "sellable": 1,
                     *               "damaged": 1,
                     *               "refund": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "refundTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "detail": "what there is to say about it",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "at": {
                     *         "position": 4711,
                     *         "time": "2026-11-26T09:30:00.000Z"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderAsOf"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly cancelOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "one is enough",
                 *       "items": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 1
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["CancelOrder"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly confirmOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never> | null;
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly deliverOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never> | null;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getOrderDiff: {
        readonly parameters: {
            readonly query?: {
                /** @description what was known then; the beginning unless given */
                readonly from?: string;
                /** @description up to and with; now unless given */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "room": "text",
                     *           "path": "text",
                     *           "before": {},
                     *           "after": {},
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "type": "text",
                     *           "position": 4711,
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "actor": "operator:demo-operator"
                     *         }
                     *       ],
                     *       "nextFrom": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderDiff"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listOrderEvents: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 4711,
                     *           "version": 7,
                     *           "type": "text",
                     *           "data": {},
                     *           "actor": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "occurredAt": "2026-11-26T09:30:00.000Z",
                     *           "recordedAt": "2026-11-26T09:30:00.000Z",
                     *           "correlationId": "text",
                     *           "causationId": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderEventPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getFulfilment: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "running",
                     *       "steps": [
                     *         {
                     *           "name": "reserve",
                     *           "direction": "forward",
                     *           "state": "started",
                     *           "attempts": 1,
                     *           "startedAt": "2026-11-26T09:30:00.000Z",
                     *           "endedAt": "2026-11-26T09:30:00.000Z",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "deadlineAt": "2026-11-26T09:30:00.000Z",
                     *       "attention": {
                     *         "step": "text",
                     *         "direction": "forward",
                     *         "command": "text",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "troubles": [
                     *         {
                     *           "step": "text",
                     *           "direction": "forward",
                     *           "command": "text",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Fulfilment"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly addOrderItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "sku": "MUG-BLUE",
                 *       "quantity": 2
                 *     }
                 */
                readonly "application/json": components["schemas"]["AddItem"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly removeOrderItem: {
        readonly parameters: {
            readonly query?: {
                readonly quantity?: number;
            };
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly followOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description resume after this global position */
                readonly "Last-Event-ID"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description one event for each fact */
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 4711
                     *     data: {"position":4711,"type":"OrderConfirmed"}
                     */
                    readonly "text/event-stream": string;
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests2"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listOrderNotifications: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "template": "order-confirmed",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "eventType": "text",
                     *           "position": 4711,
                     *           "state": "queued",
                     *           "reason": "customer called",
                     *           "attempts": 1,
                     *           "lastError": "text",
                     *           "messageId": "text",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "endedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NotificationPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotificationsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly choosePaymentMethod: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "type": "card",
                 *       "token": "tok_ok"
                 *     }
                 */
                readonly "application/json": components["schemas"]["PaymentMethod"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listOrderPayments: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "state": "requested",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "due": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "captured": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "method": {
                     *             "type": "card"
                     *           },
                     *           "reference": "invoice 4711",
                     *           "declineCode": "text",
                     *           "detail": "what there is to say about it",
                     *           "refunds": [
                     *             {
                     *               "id": "019a9f00-0000-7000-8000-000000000001",
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "reason": "customer called",
                     *               "state": "requested",
                     *               "reference": "invoice 4711"
                     *             }
                     *           ],
                     *           "surplus": [
                     *             {
                     *               "id": "019a9f00-0000-7000-8000-000000000001",
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "receivedAs": "text",
                     *               "state": "owed",
                     *               "reference": "invoice 4711"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PaymentPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly repriceOrder: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never> | null;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly requestReturn: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "reason": "the handle is broken"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RequestReturn"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly changeShippingAddress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Ada Byron",
                 *       "line1": "1 Analytical St",
                 *       "city": "London",
                 *       "postalCode": "N1 7AA",
                 *       "country": "GB"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ShippingAddress"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "draft",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "quantity": 2,
                     *           "unitPrice": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "lineTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "total": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Ada Byron",
                     *         "line1": "1 Analytical St",
                     *         "city": "London",
                     *         "postalCode": "N1 7AA",
                     *         "country": "GB"
                     *       },
                     *       "paymentMethod": {
                     *         "type": "card",
                     *         "token": "tok_ok"
                     *       },
                     *       "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "trackingNumber": "SIM-0001",
                     *       "carrier": "simulated",
                     *       "cancellation": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it",
                     *         "requestedAt": "2026-11-26T09:30:00.000Z"
                     *       },
                     *       "cancellationReason": {
                     *         "code": "insufficient-stock",
                     *         "detail": "what there is to say about it"
                     *       },
                     *       "cancelledUnits": [
                     *         {
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "name": "Blue mug",
                     *               "quantity": 2,
                     *               "unitPrice": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "lineTotal": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": {
                     *             "code": "insufficient-stock",
                     *             "detail": "what there is to say about it"
                     *           },
                     *           "at": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "confirmedAt": "2026-11-26T09:30:00.000Z",
                     *       "paidAt": "2026-11-26T09:30:00.000Z",
                     *       "shippedAt": "2026-11-26T09:30:00.000Z",
                     *       "deliveredAt": "2026-11-26T09:30:00.000Z",
                     *       "returnedAt": "2026-11-26T09:30:00.000Z",
                     *       "cancelledAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Order"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["OrdersForbidden"];
            readonly 404: components["responses"]["OrdersNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["OrdersConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["OrdersUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getOrderTimeline: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 4711,
                     *           "room": "text",
                     *           "stream": "order-019a9f00-0000-7000-8000-000000000001",
                     *           "version": 7,
                     *           "type": "text",
                     *           "data": {},
                     *           "actor": "operator:demo-operator",
                     *           "reason": "customer called",
                     *           "occurredAt": "2026-11-26T09:30:00.000Z",
                     *           "correlationId": "text",
                     *           "causationId": "text"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Timeline"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getPayment: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "amount": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "due": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "captured": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "refunded": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "method": {
                     *         "type": "card"
                     *       },
                     *       "reference": "invoice 4711",
                     *       "declineCode": "text",
                     *       "detail": "what there is to say about it",
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "state": "requested",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "surplus": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "receivedAs": "text",
                     *           "state": "owed",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["PaymentsBadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PaymentsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly recordPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "outcome": "captured",
                 *       "reference": "invoice 4711"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RecordPayment"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "amount": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "due": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "captured": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "refunded": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "method": {
                     *         "type": "card"
                     *       },
                     *       "reference": "invoice 4711",
                     *       "declineCode": "text",
                     *       "detail": "what there is to say about it",
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "state": "requested",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "surplus": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "receivedAs": "text",
                     *           "state": "owed",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Payment"];
                };
            };
            readonly 400: components["responses"]["PaymentsBadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PaymentsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PaymentsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["PaymentsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly refundPayment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "amountMinor": 1999,
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["IssueRefund"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "amount": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "due": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "captured": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "refunded": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "method": {
                     *         "type": "card"
                     *       },
                     *       "reference": "invoice 4711",
                     *       "declineCode": "text",
                     *       "detail": "what there is to say about it",
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "state": "requested",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "surplus": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "receivedAs": "text",
                     *           "state": "owed",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Waits for a second person */
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "action": "payment.refund",
                     *       "object": "text",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "reason": "customer called",
                     *       "requestedBy": "operator:demo-operator",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "state": "waiting",
                     *       "decidedBy": "text",
                     *       "decision": "text",
                     *       "decidedAt": "2026-11-26T09:30:00.000Z",
                     *       "outcome": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Approval"];
                };
            };
            readonly 400: components["responses"]["PaymentsBadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PaymentsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PaymentsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["PaymentsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly returnSurplus: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
                /** @description UUIDv7 unless said otherwise */
                readonly surplusId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reference": "invoice 4711",
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReturnSurplus"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "amount": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "due": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "captured": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "refunded": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "method": {
                     *         "type": "card"
                     *       },
                     *       "reference": "invoice 4711",
                     *       "declineCode": "text",
                     *       "detail": "what there is to say about it",
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "state": "requested",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "surplus": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "receivedAs": "text",
                     *           "state": "owed",
                     *           "reference": "invoice 4711"
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Payment"];
                };
            };
            readonly 400: components["responses"]["PaymentsBadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PaymentsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["PaymentsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["PaymentsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly receiveProviderMessage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly provider: string;
            };
            readonly cookie?: never;
        };
        /** @description the provider's own form */
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "evt_1",
                     *       "became": "applied"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ProviderMessageTaken"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 404: components["responses"]["NotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["Conflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable3"];
        };
    };
    readonly listProducts: {
        readonly parameters: {
            readonly query?: {
                readonly category?: string;
                readonly currency?: components["schemas"]["Currency"];
                readonly cursor?: string;
                /** @description counts what matches by category and price band */
                readonly facets?: "true" | "false";
                /** @description whether there are units that nobody has reserved */
                readonly inStock?: "true" | "false";
                readonly limit?: number;
                /** @description minor units, inclusive */
                readonly maxPrice?: number;
                /** @description minor units, inclusive */
                readonly minPrice?: number;
                /** @description words (or their beginnings) in name, SKU and description; typing errors are forgiven */
                readonly q?: string;
                /** @description relevance where there is a q, else newest */
                readonly sort?: "relevance" | "name" | "price" | "-price" | "newest";
            };
            readonly header?: {
                /** @description Event-Position of the write that must be visible in this list */
                readonly "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                readonly Prefer?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "name": "Blue mug",
                     *           "description": "Holds 300 ml",
                     *           "category": "kitchen",
                     *           "price": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "archived": true,
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "updatedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "facets": {
                     *         "categories": [
                     *           {
                     *             "category": "kitchen",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "priceBands": [
                     *           {
                     *             "currency": "EUR",
                     *             "minPrice": 1,
                     *             "maxPrice": 1,
                     *             "count": 1
                     *           }
                     *         ],
                     *         "complete": true
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ProductPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CatalogNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createProduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "sku": "MUG-BLUE",
                 *       "name": "Blue mug",
                 *       "description": "Holds 300 ml",
                 *       "category": "kitchen",
                 *       "price": {
                 *         "amountMinor": 1999,
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateProduct"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "name": "Blue mug",
                     *       "description": "Holds 300 ml",
                     *       "category": "kitchen",
                     *       "price": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "archived": true,
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Product"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CatalogNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["CatalogConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getProduct: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "name": "Blue mug",
                     *       "description": "Holds 300 ml",
                     *       "category": "kitchen",
                     *       "price": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "archived": true,
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Product"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CatalogNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly changeProduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Blue mug",
                 *       "description": "Holds 300 ml",
                 *       "category": "kitchen",
                 *       "price": {
                 *         "amountMinor": 1999,
                 *         "currency": "EUR"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeProduct"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "name": "Blue mug",
                     *       "description": "Holds 300 ml",
                     *       "category": "kitchen",
                     *       "price": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "archived": true,
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Product"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CatalogNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["CatalogConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly archiveProduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never> | null;
            };
        };
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["CatalogNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["CatalogConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listReturns: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                /** @description UUIDv7 unless said otherwise */
                readonly orderId?: components["schemas"]["Id"];
                readonly status?: "requested" | "approved" | "received" | "refunded" | "rejected" | "cancelled" | "refund-refused";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "status": "requested",
                     *           "items": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "quantity": 1,
                     *               "received": 1,
                     *               "sellable": 1,
                     *               "damaged": 1,
                     *               "refund": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "refundTotal": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "detail": "what there is to say about it",
                     *           "requestedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReturnPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getReturn: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly approveReturn: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideReturn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly cancelReturn: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideReturn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly receiveReturn: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "sku": "MUG-BLUE",
                 *           "quantity": 1,
                 *           "condition": "damaged"
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReceiveReturn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly rejectReturn: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideReturn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly retryReturnRefund: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DecideReturn"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "status": "requested",
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1,
                     *           "received": 1,
                     *           "sellable": 1,
                     *           "damaged": 1,
                     *           "refund": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refundTotal": {
                     *         "amountMinor": 1999,
                     *         "currency": "EUR"
                     *       },
                     *       "reason": "customer called",
                     *       "detail": "what there is to say about it",
                     *       "requestedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OrderReturn"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ReturnsNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ReturnsConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ReturnsUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listShipments: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                /** @description UUIDv7 unless said otherwise */
                readonly orderId?: components["schemas"]["Id"];
                readonly state?: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *           "state": "requested",
                     *           "carrier": "simulated",
                     *           "trackingNumber": "SIM-0001",
                     *           "address": {
                     *             "name": "Blue mug",
                     *             "line1": "text",
                     *             "line2": "text",
                     *             "city": "text",
                     *             "region": "text",
                     *             "postalCode": "text",
                     *             "country": "DE"
                     *           },
                     *           "lines": [
                     *             {
                     *               "sku": "MUG-BLUE",
                     *               "quantity": 1
                     *             }
                     *           ],
                     *           "tracking": [
                     *             {
                     *               "status": "in_transit",
                     *               "at": "2026-11-26T09:30:00.000Z",
                     *               "detail": "what there is to say about it"
                     *             }
                     *           ],
                     *           "detail": "what there is to say about it",
                     *           "loss": {
                     *             "outcome": "sent-again",
                     *             "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *           },
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ShipmentPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getShipment: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "carrier": "simulated",
                     *       "trackingNumber": "SIM-0001",
                     *       "address": {
                     *         "name": "Blue mug",
                     *         "line1": "text",
                     *         "line2": "text",
                     *         "city": "text",
                     *         "region": "text",
                     *         "postalCode": "text",
                     *         "country": "DE"
                     *       },
                     *       "lines": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1
                     *         }
                     *       ],
                     *       "tracking": [
                     *         {
                     *           "status": "in_transit",
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "detail": "what there is to say about it",
                     *       "loss": {
                     *         "outcome": "sent-again",
                     *         "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *       },
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Shipment"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly dispatchShipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "carrier": "DHL",
                 *       "trackingNumber": "00340434161094000000"
                 *     }
                 */
                readonly "application/json": components["schemas"]["HandOverShipment"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "carrier": "simulated",
                     *       "trackingNumber": "SIM-0001",
                     *       "address": {
                     *         "name": "Blue mug",
                     *         "line1": "text",
                     *         "line2": "text",
                     *         "city": "text",
                     *         "region": "text",
                     *         "postalCode": "text",
                     *         "country": "DE"
                     *       },
                     *       "lines": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1
                     *         }
                     *       ],
                     *       "tracking": [
                     *         {
                     *           "status": "in_transit",
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "detail": "what there is to say about it",
                     *       "loss": {
                     *         "outcome": "sent-again",
                     *         "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *       },
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Shipment"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ShippingConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ShippingUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly refundLostShipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SettleLoss"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "outcome": "sent-again",
                     *       "replacementId": "019a9f00-0000-7000-8000-000000000001",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SettledLoss"] | components["schemas"]["Approval"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FulfilmentConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly refuseShipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RefuseShipment"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "carrier": "simulated",
                     *       "trackingNumber": "SIM-0001",
                     *       "address": {
                     *         "name": "Blue mug",
                     *         "line1": "text",
                     *         "line2": "text",
                     *         "city": "text",
                     *         "region": "text",
                     *         "postalCode": "text",
                     *         "country": "DE"
                     *       },
                     *       "lines": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1
                     *         }
                     *       ],
                     *       "tracking": [
                     *         {
                     *           "status": "in_transit",
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "detail": "what there is to say about it",
                     *       "loss": {
                     *         "outcome": "sent-again",
                     *         "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *       },
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Shipment"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ShippingConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ShippingUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly sendShipmentAgain: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SettleLoss"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *       "outcome": "sent-again",
                     *       "replacementId": "019a9f00-0000-7000-8000-000000000001",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SettledLoss"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["FulfilmentNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["FulfilmentConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["Unprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly trackShipment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "status": "in_transit",
                 *       "at": "2026-11-26T09:30:00.000Z",
                 *       "detail": "what there is to say about it"
                 *     }
                 */
                readonly "application/json": components["schemas"]["TrackShipment"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *       "customerId": "019a9f00-0000-7000-8000-00000000000c",
                     *       "state": "requested",
                     *       "carrier": "simulated",
                     *       "trackingNumber": "SIM-0001",
                     *       "address": {
                     *         "name": "Blue mug",
                     *         "line1": "text",
                     *         "line2": "text",
                     *         "city": "text",
                     *         "region": "text",
                     *         "postalCode": "text",
                     *         "country": "DE"
                     *       },
                     *       "lines": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "quantity": 1
                     *         }
                     *       ],
                     *       "tracking": [
                     *         {
                     *           "status": "in_transit",
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "detail": "what there is to say about it"
                     *         }
                     *       ],
                     *       "detail": "what there is to say about it",
                     *       "loss": {
                     *         "outcome": "sent-again",
                     *         "replacementId": "019a9f00-0000-7000-8000-000000000001"
                     *       },
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "dispatchedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Shipment"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["ShippingConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["ShippingUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly listSimulatedCharges: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                /** @description also what took no money: declined, cancelled and failed tries */
                readonly include?: "attempts";
                /** @description UUIDv7 unless said otherwise */
                readonly key?: components["schemas"]["Id"];
                readonly limit?: number;
                /** @description UUIDv7 unless said otherwise */
                readonly orderId?: components["schemas"]["Id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "019a9f00-0000-7000-8000-000000000001",
                     *           "paymentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "method": "text",
                     *           "state": "pending",
                     *           "currency": "EUR",
                     *           "amountMinor": 1999,
                     *           "refundedMinor": 1,
                     *           "declineCode": "text",
                     *           "reference": "invoice 4711",
                     *           "attempts": 1,
                     *           "refunds": [
                     *             {
                     *               "key": "019a9f00-0000-7000-8000-000000000001",
                     *               "amountMinor": 1999,
                     *               "reference": "invoice 4711",
                     *               "createdAt": "2026-11-26T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "cancelledAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SimulatedChargePage"];
                };
            };
            readonly 400: components["responses"]["PaymentsBadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["PaymentsNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listSimulatedParcels: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                /** @description also what never became a parcel: refused, and cancelled before it was accepted */
                readonly include?: "attempts";
                /** @description UUIDv7 unless said otherwise */
                readonly key?: components["schemas"]["Id"];
                readonly limit?: number;
                /** @description UUIDv7 unless said otherwise */
                readonly orderId?: components["schemas"]["Id"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "key": "019a9f00-0000-7000-8000-000000000001",
                     *           "shipmentId": "019a9f00-0000-7000-8000-000000000001",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "state": "pending",
                     *           "country": "DE",
                     *           "postalCode": "text",
                     *           "trackingNumber": "SIM-0001",
                     *           "detail": "what there is to say about it",
                     *           "attempts": 1,
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "cancelledAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SimulatedParcelPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["ShippingNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly listStock: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "sku": "MUG-BLUE",
                     *           "onHand": 1,
                     *           "reserved": 1,
                     *           "available": 1,
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StockPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["InventoryNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getStock: {
        readonly parameters: {
            readonly query?: {
                /** @description what had been recorded by then, by the database’s clock */
                readonly asOf?: string;
                readonly version?: number;
            };
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "onHand": 1,
                     *       "reserved": 1,
                     *       "available": 1,
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StockItem"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["InventoryNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly adjustStock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "delta": -2,
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["StockAdjustment"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "onHand": 1,
                     *       "reserved": 1,
                     *       "available": 1,
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StockItem"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["InventoryNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["InventoryConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InventoryUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly receiveStock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                readonly sku: components["schemas"]["Sku"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "quantity": 1,
                 *       "reference": "DN-4711"
                 *     }
                 */
                readonly "application/json": components["schemas"]["StockReceipt"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sku": "MUG-BLUE",
                     *       "onHand": 1,
                     *       "reserved": 1,
                     *       "available": 1,
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StockItem"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["InventoryNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["InventoryConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["InventoryUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly transferFunds: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                readonly "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "transferId": "019a9f00-0000-7000-8000-000000000001",
                 *       "fromAccountId": "019a9f00-0000-7000-8000-000000000001",
                 *       "toAccountId": "019a9f00-0000-7000-8000-000000000001",
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                readonly "application/json": components["schemas"]["Transfer"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "transferId": "019a9f00-0000-7000-8000-000000000001",
                     *       "fromAccountId": "019a9f00-0000-7000-8000-000000000001",
                     *       "toAccountId": "019a9f00-0000-7000-8000-000000000001",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "madeAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MadeTransfer"];
                };
            };
            readonly 400: components["responses"]["BadRequest4"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WalletConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WalletUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable2"];
        };
    };
    readonly getTransfer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "transferId": "019a9f00-0000-7000-8000-000000000001",
                     *       "fromAccountId": "019a9f00-0000-7000-8000-000000000001",
                     *       "toAccountId": "019a9f00-0000-7000-8000-000000000001",
                     *       "amountMinor": 1999,
                     *       "currency": "EUR",
                     *       "description": "a few words",
                     *       "madeAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MadeTransfer"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["WalletForbidden"];
            readonly 404: components["responses"]["WalletNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly getWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "endpointId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "subject": "text",
                     *       "position": 4711,
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "lastStatus": 1,
                     *       "lastError": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z",
                     *       "body": "text",
                     *       "log": [
                     *         {
                     *           "attempt": 1,
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "durationMs": 1,
                     *           "status": 1,
                     *           "error": "text",
                     *           "response": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDeliveryWithLog"];
                };
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly discardWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "endpointId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "subject": "text",
                     *       "position": 4711,
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "lastStatus": 1,
                     *       "lastError": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly resendWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /** @example customer called */
                    readonly reason?: string;
                } | null;
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "endpointId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "subject": "text",
                     *       "position": 4711,
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "lastStatus": 1,
                     *       "lastError": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly listWebhookEndpoints: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "url": "text",
                     *           "eventTypes": [
                     *             "text"
                     *           ],
                     *           "description": "a few words",
                     *           "state": "enabled",
                     *           "disabledReason": "text",
                     *           "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "updatedAt": "2026-11-26T09:30:00.000Z",
                     *           "version": 7
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpointPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly createWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://shop.example.com/hooks",
                 *       "eventTypes": [
                 *         "waybill.order.shipped",
                 *         "waybill.payment.*"
                 *       ],
                 *       "description": "a few words"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateWebhookEndpoint"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly Location: components["headers"]["Location"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7,
                     *       "secret": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly getWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description ETag you already have */
                readonly "If-None-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description You have this version already */
            readonly 304: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest3"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly deleteWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly changeWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://shop.example.com/hooks",
                 *       "eventTypes": [
                 *         "waybill.order.shipped",
                 *         "waybill.payment.*"
                 *       ],
                 *       "description": "a few words"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WebhookEndpointChange"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly limit?: number;
                readonly state?: "pending" | "delivered" | "failed" | "discarded";
            };
            readonly header?: never;
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly Link: components["headers"]["Link"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "endpointId": "019a9f00-0000-7000-8000-000000000001",
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "eventType": "text",
                     *           "subject": "text",
                     *           "position": 4711,
                     *           "state": "pending",
                     *           "attempts": 1,
                     *           "lastStatus": 1,
                     *           "lastError": "text",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *           "createdAt": "2026-11-26T09:30:00.000Z",
                     *           "endedAt": "2026-11-26T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["Unavailable"];
        };
    };
    readonly disableWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /** @example customer called */
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly enableWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /** @example customer called */
                    readonly reason?: string;
                } | null;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly resendWebhookRange: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "from": "2026-11-26T09:30:00.000Z",
                 *       "to": "2026-11-26T09:30:00.000Z",
                 *       "include": "all",
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WebhookRange"];
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queued": 1,
                     *       "isComplete": true,
                     *       "nextFrom": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookRangeQueued"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                readonly "If-Match"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "overlapHours": 24,
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /**
                     * @description how long the old secret signs as well
                     * @default 24
                     */
                    readonly overlapHours?: number;
                    /** @example customer called */
                    readonly reason?: string;
                } | null;
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly ETag: components["headers"]["ETag"];
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "url": "text",
                     *       "eventTypes": [
                     *         "text"
                     *       ],
                     *       "description": "a few words",
                     *       "state": "enabled",
                     *       "disabledReason": "text",
                     *       "previousSecretUntil": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "updatedAt": "2026-11-26T09:30:00.000Z",
                     *       "version": 7,
                     *       "secret": "text"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
    readonly testWebhookEndpoint: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description UUIDv7 unless said otherwise */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                readonly "application/json": {
                    /** @example customer called */
                    readonly reason?: string;
                } | null;
            };
        };
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly "Event-Position": components["headers"]["Event-Position"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly RateLimit: components["headers"]["RateLimit"];
                    readonly "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "endpointId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *       "eventType": "text",
                     *       "subject": "text",
                     *       "position": 4711,
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "lastStatus": 1,
                     *       "lastError": "text",
                     *       "nextAttemptAt": "2026-11-26T09:30:00.000Z",
                     *       "createdAt": "2026-11-26T09:30:00.000Z",
                     *       "endedAt": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            readonly 400: components["responses"]["BadRequest2"];
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["WebhooksNotFound2"];
            readonly 408: components["responses"]["RequestTimeout"];
            readonly 409: components["responses"]["WebhooksConflict"];
            readonly 412: components["responses"]["PreconditionFailed"];
            readonly 413: components["responses"]["TooLarge"];
            readonly 414: components["responses"]["AddressTooLong"];
            readonly 415: components["responses"]["UnsupportedMediaType"];
            readonly 422: components["responses"]["WebhooksUnprocessable"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 431: components["responses"]["HeadersTooLarge"];
            readonly 500: components["responses"]["InternalError"];
            readonly 503: components["responses"]["WebhooksUnavailable"];
        };
    };
}
