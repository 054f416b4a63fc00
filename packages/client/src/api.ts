// Made by `npm run contracts` from contracts/openapi.json: not to be changed by hand.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page with the way to everything else */
        get: operations["getStartPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AsyncAPI 3 document of the Kafka topics */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contracts/{topic}/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of one kind of record, as named by ce_dataschema */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database takes writes, schema fits, not stopping */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The Model Context Protocol, for assistants of operators (Streamable HTTP, without sessions)
         * @description JSON-RPC: `initialize`, `tools/list`, `tools/call`. Verbs are called only after their own preview.
         */
        post: operations["callTool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every problem this server can answer with */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a problem means, and how to fix it */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, newest first; customers see their own */
        get: operations["listAccounts"];
        put?: never;
        /** Open an account in one currency */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account, now, at a version or at an instant */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close an empty account for good */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book money that was received for the account */
        post: operations["depositFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved on an account, newest first */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/freeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let no money out; what comes in is taken */
        post: operations["freezeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is, or was, set aside on an account */
        get: operations["listHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Opening balance, entries and closing balance of a period; as JSON, or as text/csv if Accept asks for it */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/unfreeze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let money out again */
        post: operations["unfreezeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pay out what can be spent, or a part of it */
        post: operations["withdrawFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why orders were cancelled, and at which stage; as JSON, or as text/csv if Accept asks for it */
        get: operations["getCancellations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who bought most, and who for the first time; as JSON, or as text/csv if Accept asks for it */
        get: operations["getCustomerRanking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many orders came how far, and how long each step took; as JSON, or as text/csv if Accept asks for it */
        get: operations["getFunnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was paid and given back, by interval and currency; as JSON, or as text/csv if Accept asks for it */
        get: operations["getSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/stock-turnover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came and went of each SKU, and how often it turned over; as JSON, or as text/csv if Accept asks for it */
        get: operations["getStockTurnover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics/top-products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What sells best, in each currency; as JSON, or as text/csv if Accept asks for it */
        get: operations["getTopProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where mails to a customer go, and whether any do */
        get: operations["getContact"];
        /** Say where mails go and in which language, or that none are wanted */
        put: operations["putContact"];
        post?: never;
        /** Forget where mails went; none are sent any more */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders of a customer, newest first */
        get: operations["listCustomerOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{customerId}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is held about a customer
         * @description That an operator has read it is recorded.
         */
        get: operations["getPersonalData"];
        put?: never;
        post?: never;
        /**
         * Erase the names and addresses of a customer, everywhere and for good
         * @description Refused while an order is still to be sent. Orders, money and history stay, and show "erased" instead. Asked again, it does nothing; `GET` shows how far it is.
         */
        delete: operations["erasePersonalData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger by kind of account and currency; each currency adds up to 0 */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customers were written, newest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One, with the mail as it would be written now */
        get: operations["getNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it once more; also what has failed or was suppressed */
        post: operations["resendNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators did, when and why, newest first; the chain of hashes is in audit.log */
        get: operations["listOperatorActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a second person, or has; newest first */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One approval */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Agree, and have it done in the name of whoever asked
         * @description Never by the person who asked. One that is `approved` and not done yet is done by agreeing again.
         */
        post: operations["grantApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/approvals/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse: it is not done */
        post: operations["rejectApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whatever will not get better by itself, and what can be done about it; newest first */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/attention/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many things wait, whenever that or one of them changes, or the log has moved on (server-sent events)
         * @description At most one a second. `digest` is another one when the list is; `progress` when the log has grown or a subscription has moved, which is when lists that are made of events are worth reading again.
         */
        get: operations["followAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records from Kafka that could not be handled */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it up for good */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handle it again, and with it the open ones of its key, in order */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be rehearsed here, and what is; empty in production */
        get: operations["listDrills"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/drills/{name}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it fail on purpose; it ends after 30 minutes */
        post: operations["beginDrill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/drills/{name}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let it work again */
        post: operations["stopDrill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event log, newest first
         * @description `from` and `to` go by the time of recording. With both `stream` and `type` a page may be short, and even empty, while there is more: go on as long as there is a nextCursor.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The event log as it grows (server-sent events); without an id from now on
         * @description Each is of the type of its event and has its position as id, its data in the newest version; the first one, `following`, says where that begins.
         */
        get: operations["followEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/kafka": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consumer and producer of this instance, and the lag of each partition */
        get: operations["getKafka"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verbs told to many things, newest first */
        get: operations["listOperations"];
        put?: never;
        /**
         * Tell a verb to all that match now, one after the other
         * @description saga.retry, saga.compensate, parked.retry, parked.discard, dead-letter.replay, dead-letter.discard. The set is frozen; each thing is told and recorded as if alone.
         */
        post: operations["beginOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/operations/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each thing */
        get: operations["listOperationItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/operations/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop after the thing under way */
        post: operations["stopOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/outages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who gives no answer, since when, and how many orders wait; they go on by themselves */
        get: operations["listOutages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/outages/{party}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try all that waits for it now */
        post: operations["retryOutage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How it goes, in figures; each has a list of its own */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/parked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The event that holds up each waiting sequence, newest first */
        get: operations["listParked"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/parked/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it up for good; the rest follows in order */
        post: operations["discardParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/parked/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try it again now; on success the rest follows in order */
        post: operations["retryParked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest rebuilds */
        get: operations["listRebuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/rebuilds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a rebuild, and what its comparison found */
        get: operations["getRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How large each table is, what is removed after how many days, and when that was done last */
        get: operations["listRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/retention/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do it now instead of within the hour */
        post: operations["runRetention"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/sagas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sagas, those that changed last first */
        get: operations["listSagas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/sagas/{orderId}/compensate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give up and take back what was done */
        post: operations["compensateSaga"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/sagas/{orderId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It was done by hand: go on without it
         * @description A compensation, or something that somebody should have been told. Closes that one thing.
         */
        post: operations["resolveSaga"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/sagas/{orderId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the command again, now
         * @description Of what needs attention; otherwise of the step that is under way. The command keeps its id.
         */
        post: operations["retrySaga"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whatever has this id, SKU or correlation id; at most 20 things
         * @description Ids of streams, commands and customers, and SKUs, are looked up. Ids of events and correlation ids have no index: the 20,000 events from the time in the id on are looked at, or the newest 20,000 where it tells none.
         */
        get: operations["searchEverything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/snapshots/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fold long streams that have no snapshot of the shape of today, one after the other */
        post: operations["rebuildSnapshots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/snapshots/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest rebuilds of snapshots */
        get: operations["listSnapshotRebuilds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/snapshots/rebuilds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress of a rebuild of snapshots */
        get: operations["getSnapshotRebuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/snapshots/rebuilds/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop after the stream under way; what is stored stays, and another rebuild goes on from there */
        post: operations["stopSnapshotRebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each event of some streams made of the rows of read models, oldest first
         * @description Computed in memory from the log, as if these streams were all there is: the stored tables are not looked at. `subscriptions/{name}/rebuild` in the mode `verify` compares those.
         */
        get: operations["listModelSteps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far each subscription has come, by name */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/subscriptions/{name}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop it, wherever it runs, until it is resumed */
        post: operations["pauseSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/subscriptions/{name}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute a read model anew beside the live one, compare, and switch */
        post: operations["rebuildSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/subscriptions/{name}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on from the checkpoint */
        post: operations["resumeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/subscriptions/{name}/rewind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** After the log has lost its last part: go on from the head as it is now */
        post: operations["rewindSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions, instances, requests and settings; of secrets only whether they are set */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first; a customer sees only their own
         * @description A page of large orders is shorter than `limit`; `nextCursor` tells whether there is more.
         */
        get: operations["listOrders"];
        put?: never;
        /** Make a draft, or with "confirm" an order that is fulfilled */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, now, at a version or at an instant */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order in every room, as it stood at a time or at a position of the log */
        get: operations["getOrderAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order, or with "items" a part of it: a draft ends at once, an order in fulfilment when what was done is undone, unless the parcel is faster
         * @description With `items` only these units go, at once: their stock is released, their money is not taken or goes back, and the rest is sent. All units by name are the whole order. Once the carrier has the parcel: 409.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start fulfilment: reserve, pay, ship, or undo it all */
        post: operations["confirmOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a shipped order has arrived */
        post: operations["deliverOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed about an order in every room, and by which event; oldest first */
        get: operations["getOrderDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail of an order, oldest first */
        get: operations["listOrderEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far an order has come, step by step */
        get: operations["getFulfilment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add units of a SKU to a draft, at today's price */
        post: operations["addOrderItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/items/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take units, or without "quantity" a line, out of a draft */
        delete: operations["removeOrderItem"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happens to an order, as it happens (server-sent events); ends when it rests */
        get: operations["followOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customer was written about an order, newest first */
        get: operations["listOrderNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/payment-method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how a draft will be paid */
        put: operations["choosePaymentMethod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payments of an order, newest first */
        get: operations["listOrderPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/reprice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the lines of a draft today's names and prices
         * @description How a customer agrees to prices that have changed since the draft was made.
         */
        post: operations["repriceOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to send units of a delivered order back
         * @description Never more than was delivered and not yet returned. The shop approves or rejects it.
         */
        post: operations["requestReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/shipping-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where it goes; possible until it is shipped */
        put: operations["changeShippingAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that happened to an order, in every room */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payment, now, at a version or at an instant */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what became of a bank transfer
         * @description Money that comes after the payment was declined or given up, and a second transfer (another reference), is booked and given back.
         */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back: a part, or all that is left
         * @description A refund the gateway has not answered yet shows as `requested` and is finished by Waybill.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/refunds/{refundId}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a refund of a bank transfer was paid out by hand, as the gateway refused it
         * @description An order that waits for the money to go back goes on.
         */
        post: operations["recordPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/surplus/{surplusId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a surplus the gateway refuses to give back was given back by hand */
        post: operations["returnSurplus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message of a payment provider: `stripe`, or `simulated` where nothing is real
         * @description Signed by the provider, at most five minutes ago. Each message has its effect once; what is not about a payment of ours is answered 200, too. 503: tell it again.
         */
        post: operations["receiveProviderMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products on sale: those that answer a question best, or all in any order */
        get: operations["listProducts"];
        put?: never;
        /** Put a product on sale */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product, now, at a version or at an instant */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change name, description, category or price; orders keep the price they were made at */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/v1/products/{sku}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a product off sale for ever */
        post: operations["archiveProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Returns, newest first; a customer sees only their own */
        get: operations["listReturns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A return, now, at a version or at an instant */
        get: operations["getReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The customer may send the goods */
        post: operations["approveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The goods stay where they are; before they have arrived */
        post: operations["cancelReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The goods have arrived and were looked at
         * @description Sellable units go back on the shelf, damaged ones are written off, and the money of both goes back to the method that paid. Units of the return that are not named are given up.
         */
        post: operations["receiveReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The goods are not taken back */
        post: operations["rejectReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/retry-refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the money back once more, after it was refused */
        post: operations["retryReturnRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/returns/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that refused money was given back in another way
         * @description By a transfer, say, or a refund of the payment. Nothing is paid by this; it ends the return.
         */
        post: operations["recordReturnRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shipments, newest orders first; a customer sees only their own */
        get: operations["listShipments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shipment, now, at a version or at an instant */
        get: operations["getShipment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person has handed the parcel over
         * @description Where people move parcels (`CARRIER=manual`); the order goes on as shipped.
         */
        post: operations["dispatchShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give back what was paid for a lost parcel
         * @description All that is left of the payment. Said again it changes nothing.
         */
        post: operations["refundLostShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The parcel cannot be sent
         * @description Where people move parcels (`CARRIER=manual`); the order is taken back and cancelled.
         */
        post: operations["refuseShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the goods of a lost parcel again
         * @description Another shipment of the order, from stock, to the same address; nothing is charged. Said again it changes nothing.
         */
        post: operations["sendShipmentAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shipments/{id}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the carrier tells about the parcel
         * @description Safe to send again and in any order: old news changes nothing.
         */
        post: operations["trackShipment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulator/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal of the simulated payment gateway: every charge, newest first */
        get: operations["listSimulatedCharges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/simulator/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The journal of the simulated carrier: every parcel it took, newest first */
        get: operations["listSimulatedParcels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock of every SKU, newest SKU first */
        get: operations["listStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock of one SKU, now, at a version or at an instant */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct the books after a count: units found or missing */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stock/{sku}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receive units into stock */
        post: operations["receiveStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move money between two accounts of one currency; a known transferId answers what it did */
        post: operations["transferFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transfer from or to an account of yours */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is sent, and every try of it */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it up; what waits behind it goes on */
        post: operations["discardWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it once more, or at once if it waits */
        post: operations["resendWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All receivers, newest first */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /** Send events to a URL from now on; the secret is shown once */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receiver; never its secret */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /** Send nothing more, also not what waits */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /** Where it goes and what it is sent from now on */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is and was sent there, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send nothing until it is enabled again */
        post: operations["disableWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send again: what waited, and what happens from now on */
        post: operations["enableWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send once more what was recorded in a stretch of time, also what was missed */
        post: operations["resendWebhookRange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new secret, shown once; the old one signs as well for a while */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event of no meaning */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            /**
             * Format: int64
             * @description what can be spent
             */
            availableMinor: number;
            /**
             * Format: int64
             * @description all that is theirs, what is held included
             */
            balanceMinor: number;
            currency: components["schemas"]["Currency"];
            description?: string;
            /**
             * Format: int64
             * @description set aside for orders
             */
            heldMinor: number;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            openedAt: string;
            ownerId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "open" | "frozen" | "closed";
            /** Format: int64 */
            version: number;
        };
        AccountMovement: {
            /**
             * Format: int64
             * @description in minor units of the currency of the account
             * @example 2500
             */
            amountMinor: number;
            /** @example Top-up at the desk */
            description?: string;
        };
        AccountPage: {
            items: components["schemas"]["Account"][];
            nextCursor: string | null;
        };
        AccountReason: {
            /** @example customer called */
            reason: string;
        };
        AccountStatement: {
            accountId: components["schemas"]["Id"];
            /** Format: int64 */
            closingBalanceMinor: number;
            currency: components["schemas"]["Currency"];
            /** @description oldest first */
            entries: components["schemas"]["LedgerEntry"][];
            /** Format: date-time */
            from: string;
            /** Format: int64 */
            openingBalanceMinor: number;
            ownerId: components["schemas"]["Id"];
            /** Format: date-time */
            to: string;
        };
        AddItem: {
            /** @example 2 */
            quantity: number;
            sku: components["schemas"]["Sku"];
        };
        Approval: {
            /**
             * @description what waits
             * @example payment.refund
             */
            action: string;
            /** Format: int64 */
            amountMinor?: number;
            currency?: string;
            /** Format: date-time */
            decidedAt?: string;
            decidedBy?: string;
            decision?: string;
            id: components["schemas"]["Id"];
            /** @description what it is about: an id */
            object: string;
            /** @description why it could not be done after all */
            outcome?: string;
            /** @example customer called */
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /**
             * @description `approved`: agreed to, and about to be done
             * @enum {string}
             */
            state: "waiting" | "approved" | "done" | "failed" | "rejected";
        };
        ApprovalPage: {
            items: components["schemas"]["Approval"][];
            nextCursor: string | null;
        };
        AttentionItem: {
            actions: {
                href: string;
                method: string;
                rel: string;
            }[];
            detail: string;
            id: string;
            kind: components["schemas"]["AttentionKind"];
            object: string;
            /** Format: date-time */
            since: string;
        };
        /**
         * @description more may be added
         * @enum {string}
         */
        AttentionKind: "approval" | "beyond-head" | "dead-letter" | "drill" | "effect" | "kafka" | "lost-parcel" | "mail-server" | "mismatch" | "newer-program" | "notification" | "outage" | "parked" | "rebuild" | "refund" | "return-refund" | "saga" | "subscription" | "unwatched-saga" | "webhook-delivery" | "webhook-endpoint" | "worker";
        CancellationsReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                /** @enum {string} */
                code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                currency: components["schemas"]["Currency"];
                /** Format: int64 */
                orders: number;
                /** @description of all orders cancelled in the period, 0 to 1 */
                share: number;
                /**
                 * @description how far the orders had come
                 * @enum {string}
                 */
                stage: "draft" | "confirmed" | "paid";
                /**
                 * Format: int64
                 * @description what they would have cost
                 */
                valueMinor: number;
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
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
        CancelOrder: {
            /** @description only these units, before the parcel is handed over; absent: the whole order */
            items?: components["schemas"]["OrderLine"][];
            /** @example customer called */
            reason: string;
        };
        ChangeProduct: {
            /** @example kitchen */
            category?: string;
            /** @example Holds 300 ml */
            description?: string | null;
            /** @example Blue mug */
            name?: string;
            price?: components["schemas"]["Price"];
        };
        Contact: {
            customerId: components["schemas"]["Id"];
            email: string;
            /** @enum {string} */
            language: "en" | "de";
            notifications: boolean;
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
        };
        ContactBody: {
            /**
             * Format: email
             * @example ada@example.com
             */
            email: string;
            /** @enum {string} */
            language?: "en" | "de";
            /**
             * @description false: none are sent
             * @default true
             */
            notifications: boolean;
        };
        CreateOrder: {
            /** @description start fulfilment at once */
            confirm?: boolean;
            currency: components["schemas"]["Currency"];
            customerId: components["schemas"]["Id"];
            /** @description at most 1,000 different SKUs; repeated ones are summed */
            items: components["schemas"]["OrderLine"][];
            paymentMethod?: components["schemas"]["PaymentMethod"];
            shippingAddress?: components["schemas"]["ShippingAddress"];
        };
        CreateProduct: {
            /** @example kitchen */
            category: string;
            /** @example Holds 300 ml */
            description?: string | null;
            /** @example Blue mug */
            name: string;
            price: components["schemas"]["Price"];
            sku: components["schemas"]["Sku"];
        };
        CreateWebhookEndpoint: {
            description?: string;
            /**
             * @example [
             *       "waybill.order.shipped",
             *       "waybill.payment.*"
             *     ]
             */
            eventTypes: string[];
            /** @example https://shop.example.com/hooks */
            url: string;
        };
        /** @example EUR */
        Currency: string;
        CustomersReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                /** Format: int64 */
                averageMinor: number;
                currency: components["schemas"]["Currency"];
                customerId: components["schemas"]["Id"];
                /** @description whether the first order ever paid was in the period */
                isNew: boolean;
                /** Format: date-time */
                lastOrderAt: string;
                /**
                 * Format: int64
                 * @description paid in the period
                 */
                orders: number;
                /** Format: int64 */
                spentMinor: number;
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
        };
        DeadLetter: {
            /** Format: int64 */
            attempts: number;
            error: string;
            failedAt: string;
            id: string;
            key: string | null;
            messageId: string | null;
            /** Format: int64 */
            offset: number;
            /** Format: int64 */
            partition: number;
            reason: string;
            /** @enum {string} */
            state: "open" | "replayed" | "discarded";
            topic: string;
            value: string | null;
        };
        DeadLetterReplay: {
            error: string | null;
            /** Format: int64 */
            open: number;
            replayed: string[];
        };
        DecideReturn: {
            /** @example customer called */
            reason: string;
        };
        Drill: {
            about: string;
            /** Format: date-time */
            begunAt: string | null;
            begunBy: string | null;
            /**
             * Format: date-time
             * @description by itself, if nobody ends it
             */
            endsAt: string | null;
            /** @example carrier-down */
            name: string;
            reason: string | null;
            /** @enum {string} */
            state: "idle" | "running";
        };
        Drills: {
            items: components["schemas"]["Drill"][];
        };
        /**
         * @example {
         *       "reason": "asked for by the customer, 26 November"
         *     }
         */
        EraseCustomer: {
            /** @example customer called */
            reason: string;
        };
        Erasure: {
            customerId: components["schemas"]["Id"];
            /** Format: date-time */
            erasedAt?: string;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            /** @enum {string} */
            status: "erasing" | "erased";
            /** Format: int64 */
            version: number;
        };
        /**
         * @description more may be added
         * @enum {string}
         */
        FoundKind: "account" | "customer" | "fulfilment" | "hold" | "order" | "payment" | "product" | "reservation" | "return" | "returnable" | "shipment" | "stock" | "transfer";
        Fulfilment: {
            /** @description what a person has to look at, while the state is needs-attention */
            attention?: {
                /** @description of a tell: a step may have several */
                command?: string;
                detail: string;
                /** @enum {string} */
                direction: "forward" | "compensate" | "tell";
                step: string;
            };
            /** Format: date-time */
            deadlineAt?: string;
            orderId: components["schemas"]["Id"];
            /** @enum {string} */
            state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
            steps: {
                /** Format: int64 */
                attempts: number;
                detail?: string;
                /** @enum {string} */
                direction: "forward" | "compensate";
                /** Format: date-time */
                endedAt?: string;
                /** @enum {string} */
                name: "reserve" | "pay" | "ship";
                /**
                 * Format: date-time
                 * @description when it is tried again by itself
                 */
                nextAttemptAt?: string;
                /** Format: date-time */
                startedAt: string;
                /** @enum {string} */
                state: "started" | "done" | "failed" | "unknown";
            }[];
            /** @description all that a person has to look at */
            troubles: {
                /** @description of a tell: a step may have several */
                command?: string;
                detail: string;
                /** @enum {string} */
                direction: "forward" | "compensate" | "tell";
                step: string;
            }[];
            /** Format: int64 */
            version: number;
        };
        FunnelReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                /**
                 * Format: int64
                 * @description from the step before; for cancelled, from the creation
                 */
                medianMs: number | null;
                /**
                 * Format: int64
                 * @description of those created in the period, how many came so far
                 */
                orders: number;
                /** Format: int64 */
                p90Ms: number | null;
                /** @description of all that were created, 0 to 1 */
                share: number;
                /** @enum {string} */
                step: "created" | "confirmed" | "reserved" | "paid" | "shipped" | "delivered" | "cancelled";
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
        };
        /**
         * @example {
         *       "carrier": "DHL",
         *       "trackingNumber": "00340434161094000000"
         *     }
         */
        HandOverShipment: {
            carrier: string;
            trackingNumber: string;
        };
        Hold: {
            accountId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description what was asked for
             */
            amountMinor: number;
            /**
             * Format: int64
             * @description what was taken
             */
            capturedMinor: number;
            currency: components["schemas"]["Currency"];
            description: string;
            /** Format: date-time */
            expiresAt?: string;
            /**
             * Format: int64
             * @description what is still set aside
             */
            heldMinor: number;
            id: components["schemas"]["Id"];
            orderId?: components["schemas"]["Id"];
            /** Format: date-time */
            placedAt: string;
            /**
             * Format: int64
             * @description what of that came back
             */
            refundedMinor: number;
            /** @enum {string} */
            state: "held" | "captured" | "released" | "expired" | "declined";
        };
        HoldPage: {
            items: components["schemas"]["Hold"][];
            nextCursor: string | null;
        };
        /**
         * Format: uuid
         * @description UUIDv7 unless said otherwise; capitals are taken, and answered in small letters
         * @example 019a9f00-0000-7000-8000-000000000001
         */
        Id: string;
        IssueRefund: {
            /** Format: int64 */
            amountMinor: number;
            /** @example customer called */
            reason: string;
        };
        KafkaStatus: {
            brokers: string[];
            clientId: string;
            consumer: {
                /** Format: date-time */
                failingSince: string | null;
                /**
                 * Format: int64
                 * @description in a row, without a steady minute in between
                 */
                failures: number;
                lastError: string | null;
                /** Format: date-time */
                lastErrorAt: string | null;
                /** Format: date-time */
                since: string;
                /** @description records that are tried again and again */
                stalled: {
                    error: string;
                    offset: string;
                    /** Format: int64 */
                    partition: number;
                    /** Format: date-time */
                    since: string;
                    topic: string;
                }[];
                /** @enum {string} */
                state: "off" | "connecting" | "running" | "failing" | "stopped";
            };
            enabled: boolean;
            epoch: {
                /** Format: int64 */
                epoch: number;
                reason: string;
                /** Format: date-time */
                since: string;
            };
            groupId: string;
            /**
             * Format: int64
             * @description records of all partitions that nobody has dealt with
             */
            lag: number;
            /** @description why the brokers did not say */
            lagError: string | null;
            partitions: {
                /** @description where the group goes on; null: it has read nothing */
                committed: string | null;
                end: string;
                /** Format: int64 */
                lag: number;
                /** Format: int64 */
                partition: number;
                topic: string;
            }[];
            producer: {
                /** Format: date-time */
                failingSince: string | null;
                /**
                 * Format: int64
                 * @description in a row, without a steady minute in between
                 */
                failures: number;
                lastError: string | null;
                /** Format: date-time */
                lastErrorAt: string | null;
                /** Format: date-time */
                since: string;
                /** @enum {string} */
                state: "off" | "connecting" | "running" | "failing" | "stopped";
            };
            topicPrefix: string;
        };
        LedgerEntry: {
            /**
             * Format: int64
             * @description positive: money came in; negative: it went out
             */
            amountMinor: number;
            /** Format: date-time */
            at: string;
            /**
             * Format: int64
             * @description of the account, right after it
             */
            balanceAfterMinor: number;
            description: string;
            entryId: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "deposit" | "withdrawal" | "transfer" | "payment" | "refund";
            orderId?: components["schemas"]["Id"];
            /** @description the booking: all its entries have it and add up to 0 */
            transferId: components["schemas"]["Id"];
        };
        LedgerEntryPage: {
            items: components["schemas"]["LedgerEntry"][];
            nextCursor: string | null;
        };
        MadeTransfer: {
            /** Format: int64 */
            amountMinor: number;
            currency: components["schemas"]["Currency"];
            description: string;
            fromAccountId: components["schemas"]["Id"];
            id: components["schemas"]["Id"];
            /** Format: date-time */
            madeAt: string;
            toAccountId: components["schemas"]["Id"];
            transferId: components["schemas"]["Id"];
            /** Format: int64 */
            version: number;
        };
        /**
         * @example {
         *       "amountMinor": 1999,
         *       "currency": "EUR"
         *     }
         */
        Money: {
            /** Format: int64 */
            amountMinor: number;
            currency: components["schemas"]["Currency"];
        };
        Notification: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            customerId: components["schemas"]["Id"];
            /** Format: date-time */
            endedAt?: string;
            eventId: components["schemas"]["Id"];
            eventType: string;
            id: components["schemas"]["Id"];
            /** @description for operators */
            lastError?: string;
            /** @description the same for every try; another one after a resend */
            messageId: string;
            /** Format: date-time */
            nextAttemptAt?: string;
            orderId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description of the event that is its occasion
             */
            position: number;
            /** @description why it was suppressed or has failed */
            reason?: string;
            /** @enum {string} */
            state: "queued" | "sent" | "failed" | "suppressed";
            /** @enum {string} */
            template: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
        };
        NotificationPage: {
            items: components["schemas"]["Notification"][];
            nextCursor: string | null;
        };
        NotificationResend: {
            /** @example customer called */
            reason: string;
        };
        NotificationWithMail: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            customerId: components["schemas"]["Id"];
            /** Format: date-time */
            endedAt?: string;
            eventId: components["schemas"]["Id"];
            eventType: string;
            id: components["schemas"]["Id"];
            /** @description for operators */
            lastError?: string;
            /** @description as it would be written now */
            mail: {
                html: string;
                /** @enum {string} */
                language: "en" | "de";
                subject: string;
                text: string;
            };
            /** @description the same for every try; another one after a resend */
            messageId: string;
            /** Format: date-time */
            nextAttemptAt?: string;
            orderId: components["schemas"]["Id"];
            /**
             * Format: int64
             * @description of the event that is its occasion
             */
            position: number;
            /** @description why it was suppressed or has failed */
            reason?: string;
            /** @enum {string} */
            state: "queued" | "sent" | "failed" | "suppressed";
            /** @enum {string} */
            template: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
        };
        OpenAccount: {
            currency: components["schemas"]["Currency"];
            /** @example Top-up at the desk */
            description?: string;
            /**
             * Format: int64
             * @description the first deposit; by operators and machines, who have seen the money
             */
            initialDepositMinor?: number;
            ownerId: components["schemas"]["Id"];
        };
        Operation: {
            /** Format: int64 */
            done: number;
            filter: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            finishedAt: string | null;
            id: components["schemas"]["Id"];
            /**
             * @description one of: any integer, all
             * @example all
             */
            pace: unknown;
            /** Format: int64 */
            pending: number;
            reason: string;
            /** Format: int64 */
            refused: number;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "running" | "done" | "stopped";
            /** Format: int64 */
            total: number;
            verb: string;
        };
        OperationItem: {
            /** Format: date-time */
            at: string | null;
            detail: string | null;
            object: string;
            /** @enum {string} */
            state: "pending" | "trying" | "done" | "refused";
        };
        OperationWish: {
            filter?: {
                /** @description part of what they failed with */
                error?: string;
                /** @description just these */
                ids?: string[];
                /** @description of sagas: the step they are stuck at */
                step?: string;
                /** @description of parked events */
                subscription?: string;
                /** @description of dead letters */
                topic?: string;
            };
            /**
             * @description how many a second; `all`: one after the other without a rest
             * @default 10
             * @example 1
             */
            pace: unknown;
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            previewToken?: string;
            /** @example customer called */
            reason: string;
            /** @example saga.retry */
            verb: string;
        };
        OperatorAction: {
            action: string;
            actor: string;
            /** Format: date-time */
            at: string;
            details: unknown;
            object: string;
            /** @description started, done, failed, or refused with its code */
            outcome: string;
            reason: string;
            /** Format: int64 */
            seq: number;
        };
        OperatorReason: {
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            previewToken?: string;
            /** @example customer called */
            reason: string;
        };
        Order: {
            /** @description asked for, and not decided yet: the parcel may still be faster */
            cancellation?: {
                /** @enum {string} */
                code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                detail: string;
                /** Format: date-time */
                requestedAt: string;
            };
            cancellationReason?: {
                /** @enum {string} */
                code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                detail: string;
            };
            /** Format: date-time */
            cancelledAt?: string;
            /** @description units that left the order before it was sent, the oldest first */
            cancelledUnits?: {
                amount: components["schemas"]["Money"];
                /** Format: date-time */
                at: string;
                items: {
                    lineTotal: components["schemas"]["Money"];
                    name: string;
                    /** @example 2 */
                    quantity: number;
                    sku: components["schemas"]["Sku"];
                    unitPrice: components["schemas"]["Money"];
                }[];
                reason: {
                    /** @enum {string} */
                    code: "insufficient-stock" | "payment-declined" | "payment-timeout" | "shipment-refused" | "customer-request" | "operator";
                    detail: string;
                };
            }[];
            carrier?: string;
            /** Format: date-time */
            confirmedAt?: string;
            /** Format: date-time */
            createdAt: string;
            customerId: components["schemas"]["Id"];
            /** Format: date-time */
            deliveredAt?: string;
            id: components["schemas"]["Id"];
            items: {
                lineTotal: components["schemas"]["Money"];
                name: string;
                /** @example 2 */
                quantity: number;
                sku: components["schemas"]["Sku"];
                unitPrice: components["schemas"]["Money"];
            }[];
            /** Format: date-time */
            paidAt?: string;
            paymentId?: components["schemas"]["Id"];
            paymentMethod?: components["schemas"]["PaymentMethod"];
            /** Format: date-time */
            returnedAt?: string;
            shipmentId?: components["schemas"]["Id"];
            /** Format: date-time */
            shippedAt?: string;
            shippingAddress?: components["schemas"]["ShippingAddress"];
            /** @enum {string} */
            status: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
            total: components["schemas"]["Money"];
            trackingNumber?: string;
            /** Format: int64 */
            version: number;
        };
        OrderAsOf: {
            at: {
                /** Format: int64 */
                position: number;
                /** Format: date-time */
                time: string;
            };
            fulfilment: {
                /** @description what a person has to look at, while the state is needs-attention */
                attention?: {
                    /** @description of a tell: a step may have several */
                    command?: string;
                    detail: string;
                    /** @enum {string} */
                    direction: "forward" | "compensate" | "tell";
                    step: string;
                };
                orderId: components["schemas"]["Id"];
                /** @enum {string} */
                state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
                steps: {
                    detail?: string;
                    /** @enum {string} */
                    direction: "forward" | "compensate";
                    /** Format: date-time */
                    endedAt?: string;
                    /** @enum {string} */
                    name: "reserve" | "pay" | "ship";
                    /**
                     * Format: date-time
                     * @description when it is tried again by itself
                     */
                    nextAttemptAt?: string;
                    /** Format: date-time */
                    startedAt: string;
                    /** @enum {string} */
                    state: "started" | "done" | "failed" | "unknown";
                }[];
                /** @description all that a person has to look at */
                troubles: {
                    /** @description of a tell: a step may have several */
                    command?: string;
                    detail: string;
                    /** @enum {string} */
                    direction: "forward" | "compensate" | "tell";
                    step: string;
                }[];
                /** Format: int64 */
                version: number;
            } | null;
            order: components["schemas"]["Order"];
            payment: {
                amount: components["schemas"]["Money"];
                captured: components["schemas"]["Money"];
                /** Format: date-time */
                createdAt: string;
                customerId: components["schemas"]["Id"];
                declineCode?: string;
                detail?: string;
                /** @description what the order costs, where it became less; the rest goes back */
                due?: components["schemas"]["Money"];
                /** @description what an account has set aside for it: taken when the parcel is handed over, or let go */
                held?: components["schemas"]["Money"];
                id: components["schemas"]["Id"];
                method: {
                    /** @enum {string} */
                    type: "card" | "wallet" | "bank_transfer" | "paypal" | "crypto";
                };
                orderId: components["schemas"]["Id"];
                /** @description what each has paid, where two have: first taken first, last given back first */
                parts?: {
                    amount: components["schemas"]["Money"];
                    refunded: components["schemas"]["Money"];
                    /** @enum {string} */
                    tender: "wallet" | "card";
                }[];
                /** @description the gateway's own number of the charge */
                reference?: string;
                refunded: components["schemas"]["Money"];
                refunds: {
                    amount: components["schemas"]["Money"];
                    id: components["schemas"]["Id"];
                    reason: string;
                    reference?: string;
                    /** @enum {string} */
                    state: "requested" | "refunded" | "refused";
                    /**
                     * @description to whom, where two have paid
                     * @enum {string}
                     */
                    tender?: "card" | "wallet";
                }[];
                /** @enum {string} */
                state: "requested" | "captured" | "declined" | "unknown" | "partially-refunded" | "refunded";
                /** @description money that came on top of what was due, and what became of it */
                surplus?: {
                    amount: components["schemas"]["Money"];
                    id: components["schemas"]["Id"];
                    /** @description reference of the transfer that brought it */
                    receivedAs: string;
                    reference?: string;
                    /** @enum {string} */
                    state: "owed" | "returned" | "refused";
                }[];
                /** Format: int64 */
                version: number;
            } | null;
            reservation: {
                lines: {
                    /** Format: int64 */
                    quantity: number;
                    sku: components["schemas"]["Sku"];
                }[];
                orderId: components["schemas"]["Id"];
                shortages?: {
                    /** Format: int64 */
                    available: number;
                    /** Format: int64 */
                    requested: number;
                    sku: components["schemas"]["Sku"];
                }[];
                /** @enum {string} */
                status: "held" | "released" | "consumed" | "rejected";
                /** Format: int64 */
                version: number;
            } | null;
            returns: components["schemas"]["OrderReturn"][];
            shipment: {
                address: {
                    city: string;
                    country: string;
                    line1: string;
                    line2?: string;
                    name: string;
                    postalCode: string;
                    region?: string;
                };
                carrier?: string;
                /** Format: date-time */
                createdAt: string;
                customerId: components["schemas"]["Id"];
                detail?: string;
                /** Format: date-time */
                dispatchedAt?: string;
                id: components["schemas"]["Id"];
                lines: {
                    /** Format: int64 */
                    quantity: number;
                    sku: components["schemas"]["Sku"];
                }[];
                /** @description what was decided about a lost parcel; sent again it is another shipment */
                loss?: {
                    /** @enum {string} */
                    outcome: "sent-again" | "refunded";
                    replacementId?: components["schemas"]["Id"];
                };
                orderId: components["schemas"]["Id"];
                /** @enum {string} */
                state: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
                tracking: {
                    /** Format: date-time */
                    at: string;
                    detail?: string;
                    /** @enum {string} */
                    status: "in_transit" | "delivered" | "lost";
                }[];
                trackingNumber?: string;
                /** Format: int64 */
                version: number;
            } | null;
        };
        OrderDiff: {
            changes: {
                actor: string;
                /** @description null where there is nothing any more */
                after: unknown;
                /**
                 * Format: date-time
                 * @description when it was recorded
                 */
                at: string;
                /** @description null where there was nothing */
                before: unknown;
                eventId: components["schemas"]["Id"];
                /** @description a JSON Pointer into what that room shows */
                path: string;
                /** Format: int64 */
                position: number;
                room: string;
                type: string;
            }[];
            /**
             * Format: int64
             * @description from where to ask on, if this was not all
             */
            nextFrom: number | null;
        };
        OrderEvent: {
            actor: string;
            causationId: string | null;
            correlationId: string;
            data: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt: string;
            /** Format: int64 */
            position: number;
            reason?: string;
            /**
             * Format: date-time
             * @description by the database; `asOf` goes by it
             */
            recordedAt: string;
            type: string;
            /** Format: int64 */
            version: number;
        };
        OrderEventPage: {
            items: components["schemas"]["OrderEvent"][];
            nextCursor: string | null;
        };
        OrderLine: {
            /** @example 2 */
            quantity: number;
            sku: components["schemas"]["Sku"];
        };
        OrderPage: {
            items: components["schemas"]["Order"][];
            nextCursor: string | null;
        };
        OrderReturn: {
            customerId: components["schemas"]["Id"];
            /** @description what was said when it was decided, or why the money could not go back */
            detail?: string;
            id: components["schemas"]["Id"];
            items: {
                /** Format: int64 */
                damaged: number;
                /**
                 * Format: int64
                 * @description units that were to come back
                 */
                quantity: number;
                /** Format: int64 */
                received: number;
                refund: components["schemas"]["Money"];
                /** Format: int64 */
                sellable: number;
                sku: components["schemas"]["Sku"];
            }[];
            orderId: components["schemas"]["Id"];
            reason: string;
            refundTotal: components["schemas"]["Money"];
            /** Format: date-time */
            requestedAt: string;
            /** @enum {string} */
            status: "requested" | "approved" | "received" | "refunded" | "rejected" | "cancelled" | "refund-refused";
            /** Format: int64 */
            version: number;
        };
        OutageRetried: {
            party: string;
            /** Format: int64 */
            retried: number;
        };
        Outages: {
            items: {
                lastError: string;
                party: string;
                /** Format: date-time */
                since: string;
                /** Format: int64 */
                waiting: number;
            }[];
        };
        Overview: {
            /** Format: int64 */
            approvals: number;
            /** Format: date-time */
            at: string;
            attention: {
                /** Format: int64 */
                count: number;
                kinds: {
                    /** Format: int64 */
                    count: number;
                    kind: components["schemas"]["AttentionKind"];
                    /** Format: date-time */
                    oldest: string;
                }[];
                /** @description whether there are more than were counted */
                more: boolean;
            };
            /** Format: int64 */
            deadLetters: number;
            events: {
                /**
                 * Format: int64
                 * @description in the last whole minute
                 */
                lastMinute: number;
                /** @description the last hour, oldest first; the last minute is under way */
                minutes: {
                    /** Format: date-time */
                    at: string;
                    /** Format: int64 */
                    events: number;
                }[];
            };
            /** Format: int64 */
            instances: number;
            /** Format: int64 */
            operations: number;
            /**
             * Format: int64
             * @description sequences whose first event waits for an operator
             */
            parked: number;
            /**
             * Format: int64
             * @description the end of the log
             */
            position: number;
            /** Format: int64 */
            rebuilds: number;
            /** @description of the instance that answers, since its start; null: slower than can be told */
            requests: {
                /** Format: int64 */
                count: number;
                /** Format: int64 */
                p50Ms: number | null;
                /** Format: int64 */
                p99Ms: number | null;
            };
            /**
             * Format: int64
             * @description sequences whose first event is tried again by itself
             */
            retrying: number;
            sagas: {
                /** Format: int64 */
                compensating: number;
                /** Format: int64 */
                needsAttention: number;
                /** Format: int64 */
                running: number;
            };
            subscriptions: {
                /** Format: int64 */
                behind: number;
                /** Format: int64 */
                count: number;
                /** Format: int64 */
                failing: number;
                /** Format: int64 */
                paused: number;
                worst: {
                    /** Format: int64 */
                    lag: number;
                    name: string;
                } | null;
            };
        };
        ParkedDecision: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            state: "retrying" | "discarded";
        };
        ParkedEvent: {
            /** Format: int64 */
            attempts: number;
            /**
             * Format: int64
             * @description later events of the sequence that wait behind it
             */
            behind: number;
            error: string | null;
            eventId: components["schemas"]["Id"];
            eventType: string;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** Format: date-time */
            parkedAt: string;
            /** Format: int64 */
            position: number;
            /**
             * @description `newer-program`: this program cannot read the event; it goes on by itself after the upgrade
             * @enum {string}
             */
            reason: "failed" | "newer-program";
            sequence: string;
            /** @enum {string} */
            state: "retrying" | "parked";
            stream: string;
            subscription: string;
            /** Format: int64 */
            version: number;
        };
        Payment: {
            amount: components["schemas"]["Money"];
            captured: components["schemas"]["Money"];
            /** Format: date-time */
            createdAt: string;
            customerId: components["schemas"]["Id"];
            declineCode?: string;
            detail?: string;
            /** @description what the order costs, where it became less; the rest goes back */
            due?: components["schemas"]["Money"];
            /** @description what an account has set aside for it: taken when the parcel is handed over, or let go */
            held?: components["schemas"]["Money"];
            id: components["schemas"]["Id"];
            method: {
                /** @enum {string} */
                type: "card" | "wallet" | "bank_transfer" | "paypal" | "crypto";
            };
            orderId: components["schemas"]["Id"];
            /** @description what each has paid, where two have: first taken first, last given back first */
            parts?: {
                amount: components["schemas"]["Money"];
                refunded: components["schemas"]["Money"];
                /** @enum {string} */
                tender: "wallet" | "card";
            }[];
            /** @description the gateway's own number of the charge */
            reference?: string;
            refunded: components["schemas"]["Money"];
            refunds: {
                amount: components["schemas"]["Money"];
                id: components["schemas"]["Id"];
                reason: string;
                reference?: string;
                /** @enum {string} */
                state: "requested" | "refunded" | "refused";
                /**
                 * @description to whom, where two have paid
                 * @enum {string}
                 */
                tender?: "card" | "wallet";
            }[];
            /** @enum {string} */
            state: "requested" | "captured" | "declined" | "unknown" | "partially-refunded" | "refunded";
            /** @description money that came on top of what was due, and what became of it */
            surplus?: {
                amount: components["schemas"]["Money"];
                id: components["schemas"]["Id"];
                /** @description reference of the transfer that brought it */
                receivedAs: string;
                reference?: string;
                /** @enum {string} */
                state: "owed" | "returned" | "refused";
            }[];
            /** Format: int64 */
            version: number;
        };
        /**
         * @example {
         *       "type": "card",
         *       "token": "tok_ok"
         *     }
         */
        PaymentMethod: components["schemas"]["PaymentMethodCard"] | components["schemas"]["PaymentMethodWallet"] | components["schemas"]["PaymentMethodBankTransfer"] | components["schemas"]["PaymentMethodPaypal"] | components["schemas"]["PaymentMethodCrypto"];
        PaymentMethodBankTransfer: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "bank_transfer";
        };
        PaymentMethodCard: {
            token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "card";
            /** @description an account of the customer that pays first, the card the rest */
            wallet?: {
                accountId: components["schemas"]["Id"];
                /**
                 * Format: int64
                 * @description what the account pays; absent: what it has
                 */
                amountMinor?: number;
            };
        };
        PaymentMethodCrypto: {
            token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "crypto";
        };
        PaymentMethodPaypal: {
            token: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "paypal";
        };
        PaymentMethodWallet: {
            accountId: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "wallet";
        };
        PaymentPage: {
            items: components["schemas"]["Payment"][];
            nextCursor: string | null;
        };
        PersonalData: {
            accounts: components["schemas"]["Account"][];
            contact: {
                customerId: components["schemas"]["Id"];
                email: string;
                /** @enum {string} */
                language: "en" | "de";
                notifications: boolean;
                /** Format: date-time */
                updatedAt: string;
                /** Format: int64 */
                version: number;
            } | null;
            customerId: components["schemas"]["Id"];
            erasure: {
                customerId: components["schemas"]["Id"];
                /** Format: date-time */
                erasedAt?: string;
                reason: string;
                /** Format: date-time */
                requestedAt: string;
                /** @enum {string} */
                status: "erasing" | "erased";
                /** Format: int64 */
                version: number;
            } | null;
            /** @description all of them: `GET /v1/accounts?ownerId=` */
            moreAccounts: boolean;
            /** @description all of them: `GET /v1/returns?orderId=`, order by order */
            moreReturns: boolean;
            /** @description newest first, with where they went; `limit` and `cursor` page them */
            orders: components["schemas"]["OrderPage"];
            returns: components["schemas"]["OrderReturn"][];
        };
        /**
         * @description Money, never negative
         * @example {
         *       "amountMinor": 1999,
         *       "currency": "EUR"
         *     }
         */
        Price: {
            /** Format: int64 */
            amountMinor: number;
            currency: components["schemas"]["Currency"];
        };
        /** @description RFC 9457. `type` leads to a page that says what it means and what to do. */
        Problem: {
            code: components["schemas"]["ProblemCode"];
            /**
             * Format: int64
             * @description with precondition-failed: the version to read
             */
            currentVersion?: number;
            detail: string;
            errors?: {
                detail: string;
                /** @enum {string} */
                in?: "query" | "path" | "header";
                /** @example /items/0/quantity */
                pointer: string;
            }[];
            /** @description with precondition-failed: what happened since the version of If-Match, oldest first */
            eventsSince?: {
                /** @example customer:019a9f00-0000-7000-8000-00000000000a */
                actor: string;
                /** Format: date-time */
                occurredAt: string;
                /** Format: int64 */
                position: number;
                /** @example OrderItemAdded */
                type: string;
                /** Format: int64 */
                version: number;
            }[];
            /** @description the path of the request */
            instance: string;
            requestId: string;
            /** @description whether the same request may work later */
            retryable?: boolean;
            status: number;
            title: string;
            /**
             * Format: uri-reference
             * @example /problems/invalid-request
             */
            type: string;
        };
        /**
         * @description More may be added: take one that you do not know by its status.
         * @enum {string}
         */
        ProblemCode: "account.already-exists" | "account.balance-too-large" | "account.closed" | "account.deposit-refused" | "account.frozen" | "account.insufficient-funds" | "account.not-empty" | "account.not-found" | "account.not-your-owner" | "account.statement-too-long" | "approval.decided" | "approval.not-found" | "approval.same-person" | "archive-unavailable" | "concurrent-change" | "conflict" | "contact.not-found" | "customer.not-being-erased" | "customer.not-found" | "customer.orders-under-way" | "dead-letter.about-money" | "dead-letter.not-found" | "dead-letter.resolved" | "deadline-exceeded" | "drill.not-here" | "forbidden" | "headers-too-large" | "hold.already-captured" | "hold.exceeded" | "hold.not-found" | "hold.not-held" | "idempotency-in-progress" | "idempotency-key-expired" | "idempotency-key-required" | "idempotency-key-reused" | "internal-error" | "invalid-cursor" | "invalid-idempotency-key" | "invalid-if-match" | "invalid-request" | "keys-unavailable" | "malformed-request" | "method-not-allowed" | "not-found" | "not-served-here" | "not-settled" | "notification.customer-erased" | "notification.not-found" | "operation.ended" | "operation.not-found" | "operation.nothing-matches" | "operation.unknown-verb" | "order.already-cancelled" | "order.already-exists" | "order.already-shipped" | "order.being-cancelled" | "order.being-handed-over" | "order.currency-mismatch" | "order.customer-not-found" | "order.fulfilment-only" | "order.incomplete" | "order.item-not-found" | "order.not-confirmed" | "order.not-delivered" | "order.not-draft" | "order.not-found" | "order.not-paid" | "order.not-shipped" | "order.not-your-customer" | "order.price-changed" | "order.product-archived" | "order.quantity-too-large" | "order.too-few-units" | "order.too-many-cancellations" | "order.too-many-lines" | "order.too-many-unpaid" | "order.too-many-unpaid-units" | "order.total-too-large" | "order.unknown-product" | "order.wallet-unavailable" | "outage.unknown-party" | "overloaded" | "parked.behind" | "parked.not-found" | "payload-too-large" | "payment.already-settled" | "payment.message-not-signed" | "payment.not-captured" | "payment.not-found" | "payment.not-recordable" | "payment.nothing-to-pay" | "payment.order-in-fulfilment" | "payment.provider-not-found" | "payment.refund-exceeds-captured" | "payment.refund-not-found" | "payment.refund-not-refused" | "payment.surplus-not-found" | "payment.surplus-not-refused" | "precondition-failed" | "preview-expired" | "preview-foreign" | "preview-outdated" | "product.already-exists" | "product.archived" | "product.not-found" | "projection-behind" | "rate-limited" | "rebuild.already-running" | "rebuild.not-found" | "request-timeout" | "reservation.already-consumed" | "reservation.not-held" | "return.already-exists" | "return.more-than-delivered" | "return.more-than-requested" | "return.not-approved" | "return.not-delivered" | "return.not-found" | "return.not-open" | "return.too-late" | "saga.ambiguous-verb" | "saga.cannot-resolve" | "saga.has-ended" | "saga.not-found" | "saga.not-stuck" | "shipment.already-dispatched" | "shipment.asked-for" | "shipment.cannot-send-again" | "shipment.loss-settled" | "shipment.not-awaited" | "shipment.not-by-hand" | "shipment.not-dispatched" | "shipment.not-found" | "shipment.not-lost" | "shipment.tracked-in-future" | "shutting-down" | "snapshots.being-rebuilt" | "snapshots.rebuild-ended" | "snapshots.rebuild-not-found" | "still-reading" | "stock.counted-before-books" | "stock.counted-in-future" | "stock.insufficient" | "stock.not-found" | "store-unavailable" | "subscription.beyond-head" | "subscription.not-beyond-head" | "subscription.not-found" | "subscription.not-rebuildable" | "too-many-live-views" | "transfer.currency-mismatch" | "transfer.id-taken" | "transfer.not-found" | "transfer.same-account" | "unauthenticated" | "unsupported-media-type" | "uri-too-long" | "webhook.address-refused" | "webhook.delivered-already" | "webhook.delivery-not-found" | "webhook.endpoint-disabled" | "webhook.endpoint-not-found" | "webhook.no-secrets-key" | "webhook.too-many-endpoints" | "webhook.unknown-event-type" | "written-by-newer-program";
        ProblemKind: {
            cause: string;
            code: components["schemas"]["ProblemCode"];
            example: {
                [key: string]: unknown;
            };
            fix: string;
            retryable: boolean;
            status: number;
            title: string;
            type: string;
        };
        Product: {
            archived: boolean;
            /** @example kitchen */
            category: string;
            /** Format: date-time */
            createdAt: string;
            /** @example Holds 300 ml */
            description: string | null;
            /** @example Blue mug */
            name: string;
            price: components["schemas"]["Price"];
            sku: components["schemas"]["Sku"];
            /** Format: date-time */
            updatedAt: string;
            /** Format: int64 */
            version: number;
        };
        ProductFacets: {
            /** @description those with most products first, 100 at most */
            categories: {
                category: string;
                /** Format: int64 */
                count: number;
            }[];
            /** @description false: more match than were counted */
            complete: boolean;
            priceBands: {
                /** Format: int64 */
                count: number;
                currency: components["schemas"]["Currency"];
                /** Format: int64 */
                maxPrice: number | null;
                /**
                 * Format: int64
                 * @description minor units, inclusive: as the filter of that name
                 */
                minPrice: number;
            }[];
        };
        ProductPage: {
            facets?: components["schemas"]["ProductFacets"];
            items: components["schemas"]["Product"][];
            nextCursor: string | null;
        };
        ProjectionSteps: {
            items: {
                eventId: components["schemas"]["Id"];
                /** Format: date-time */
                occurredAt: string;
                /** Format: int64 */
                position: number;
                rows: {
                    /** @description null where there is none any more */
                    after: {
                        [key: string]: unknown;
                    } | null;
                    /** @description null where there was none */
                    before: {
                        [key: string]: unknown;
                    } | null;
                    key: string;
                    /** @example orders.order-list */
                    model: string;
                }[];
                stream: string;
                type: string;
                /** Format: int64 */
                version: number;
            }[];
            /**
             * Format: int64
             * @description from where to ask on, if this was not all
             */
            nextAfter: number | null;
        };
        /**
         * @example {
         *       "messageId": "evt_1",
         *       "became": "applied"
         *     }
         */
        ProviderMessageTaken: {
            /** @enum {string} */
            became: "applied" | "nothing-to-do" | "refused" | "not-ours" | "repeated";
            messageId: string;
        };
        Readiness: {
            checks: {
                /** @enum {string} */
                database: "up" | "down" | "read-only";
                /** @enum {string} */
                log: "up" | "down";
                /** @enum {string} */
                schema: "up" | "down";
                stopping: boolean;
                /** @enum {string} */
                work: "up" | "down";
            };
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        Rebuild: {
            comparison: {
                checksum: {
                    live: string;
                    rebuilt: string;
                };
                /** Format: int64 */
                differences: number;
                /** Format: int64 */
                position: number;
                rows: {
                    /** Format: int64 */
                    live: number;
                    /** Format: int64 */
                    rebuilt: number;
                };
                sample: {
                    key: string;
                    live: unknown;
                    rebuilt: unknown;
                }[];
            } | null;
            /**
             * Format: int64
             * @description positions of the log that are rebuilt
             */
            done: number;
            error: string | null;
            /** Format: int64 */
            etaSeconds: number | null;
            /** Format: int64 */
            events: number;
            /** Format: date-time */
            finishedAt: string | null;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            mode: "switch" | "verify";
            /** @enum {string} */
            phase: "copying" | "comparing" | "switching";
            /** @description events a second */
            rate: number | null;
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            subscription: string;
            /** Format: int64 */
            total: number;
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
        ReceiveReturn: {
            items: {
                /** @enum {string} */
                condition: "sellable" | "damaged";
                quantity: number;
                sku: components["schemas"]["Sku"];
            }[];
        };
        RecordPayment: {
            /** @enum {string} */
            outcome: "captured" | "declined";
            reference: string;
        };
        /**
         * @example {
         *       "reference": "SEPA-4711",
         *       "reason": "paid out at the bank"
         *     }
         */
        RecordPayout: {
            /** @example customer called */
            reason: string;
            reference: string;
        };
        RefuseShipment: {
            /** @example customer called */
            reason: string;
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
        RequestReturn: {
            items: {
                quantity: number;
                sku: components["schemas"]["Sku"];
            }[];
            /** @example customer called */
            reason: string;
        };
        Retention: {
            /**
             * Format: int64
             * @description on the disk, with indexes
             */
            bytes: number;
            /**
             * Format: int64
             * @description how long a row is kept after it has served its time; 0 keeps all
             */
            days: number;
            /**
             * Format: int64
             * @description by the last run
             */
            deleted: number;
            /** Format: int64 */
            deletedTotal: number;
            error: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            /** Format: date-time */
            lastRunAt: string | null;
            /**
             * Format: date-time
             * @description null where all is kept
             */
            nextRunAt: string | null;
            /**
             * Format: date-time
             * @description of the rows that have an end, or of all; null when there are none
             */
            oldest: string | null;
            /** @description the instance that is at it now */
            owner: string | null;
            /**
             * Format: int64
             * @description in the whole table, as the database estimates
             */
            rows: number;
            table: string;
        };
        ReturnPage: {
            items: components["schemas"]["OrderReturn"][];
            nextCursor: string | null;
        };
        ReturnSurplus: {
            /** @example customer called */
            reason: string;
            reference: string;
        };
        Saga: {
            lastError?: string;
            /** Format: date-time */
            nextAttemptAt?: string;
            orderId: components["schemas"]["Id"];
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
            stuckDetail?: string;
            stuckStep?: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SagaAfterVerb: {
            /** @description what would follow, if only that was asked for */
            dryRun?: {
                records: {
                    data: {
                        [key: string]: unknown;
                    };
                    type: string;
                }[];
                sends: {
                    command: string;
                    /** @enum {string} */
                    direction: "forward" | "compensate" | "tell";
                    step: string;
                }[];
            };
            orderId: components["schemas"]["Id"];
            /** Format: date-time */
            previewExpiresAt?: string;
            previewToken?: string;
            /** @enum {string} */
            state: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
        };
        SagaPage: {
            items: components["schemas"]["Saga"][];
            nextCursor: string | null;
        };
        SagaVerb: {
            command?: string;
            /** @enum {string} */
            direction?: "forward" | "compensate" | "tell";
            /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
            previewToken?: string;
            /** @example customer called */
            reason: string;
            step?: string;
        };
        SalesReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                currency: components["schemas"]["Currency"];
                /** Format: int64 */
                grossMinor: number;
                /** Format: int64 */
                netMinor: number;
                /**
                 * Format: int64
                 * @description paid in it
                 */
                orders: number;
                /**
                 * Format: int64
                 * @description given back in it of orders that were paid, whenever that was
                 */
                refundedMinor: number;
                /**
                 * Format: date-time
                 * @description of the interval, whole intervals of the time zone
                 */
                start: string;
                /** Format: int64 */
                units: number;
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
        };
        SearchResult: {
            items: {
                /**
                 * Format: date-time
                 * @description of its first event, or of the one that was asked for
                 */
                at: string;
                /**
                 * @description what of it was asked for
                 * @enum {string}
                 */
                by: "id" | "command" | "event" | "correlation";
                /** @description where it is shown */
                href: string;
                id: string;
                kind: components["schemas"]["FoundKind"];
                /**
                 * Format: uuid
                 * @description the order that it belongs to
                 */
                orderId: string | null;
            }[];
        };
        SettledLoss: {
            /** @enum {string} */
            outcome: "sent-again" | "refunded";
            /** @description the shipment that goes instead */
            replacementId?: components["schemas"]["Id"];
            shipmentId: components["schemas"]["Id"];
            /** Format: int64 */
            version: number;
        };
        SettleLoss: {
            /** @example customer called */
            reason: string;
        };
        Shipment: {
            address: {
                city: string;
                country: string;
                line1: string;
                line2?: string;
                name: string;
                postalCode: string;
                region?: string;
            };
            carrier?: string;
            /** Format: date-time */
            createdAt: string;
            customerId: components["schemas"]["Id"];
            detail?: string;
            /** Format: date-time */
            dispatchedAt?: string;
            id: components["schemas"]["Id"];
            lines: {
                /** Format: int64 */
                quantity: number;
                sku: components["schemas"]["Sku"];
            }[];
            /** @description what was decided about a lost parcel; sent again it is another shipment */
            loss?: {
                /** @enum {string} */
                outcome: "sent-again" | "refunded";
                replacementId?: components["schemas"]["Id"];
            };
            orderId: components["schemas"]["Id"];
            /** @enum {string} */
            state: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
            tracking: {
                /** Format: date-time */
                at: string;
                detail?: string;
                /** @enum {string} */
                status: "in_transit" | "delivered" | "lost";
            }[];
            trackingNumber?: string;
            /** Format: int64 */
            version: number;
        };
        ShipmentPage: {
            items: components["schemas"]["Shipment"][];
            nextCursor: string | null;
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
        ShippingAddress: {
            city: string;
            country: string;
            line1: string;
            line2?: string;
            name: string;
            postalCode: string;
            region?: string;
        };
        SimulatedCharge: {
            /** Format: int64 */
            amountMinor: number | null;
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            cancelledAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @example EUR */
            currency: string | null;
            declineCode: string | null;
            key: components["schemas"]["Id"];
            method: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            orderId: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            paymentId: string | null;
            reference: string;
            /** Format: int64 */
            refundedMinor: number;
            refunds: {
                /** Format: int64 */
                amountMinor: number;
                /** Format: date-time */
                createdAt: string;
                key: components["schemas"]["Id"];
                reference: string;
            }[];
            /** @enum {string} */
            state: "pending" | "captured" | "declined" | "cancelled" | "failed";
        };
        SimulatedChargePage: {
            items: components["schemas"]["SimulatedCharge"][];
            nextCursor: string | null;
        };
        SimulatedParcel: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            cancelledAt: string | null;
            country: string | null;
            /** Format: date-time */
            createdAt: string;
            detail: string | null;
            key: components["schemas"]["Id"];
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            orderId: string | null;
            postalCode: string | null;
            /**
             * Format: uuid
             * @description UUIDv7 unless said otherwise
             */
            shipmentId: string | null;
            /** @enum {string} */
            state: "pending" | "accepted" | "refused" | "cancelled";
            trackingNumber: string;
        };
        SimulatedParcelPage: {
            items: components["schemas"]["SimulatedParcel"][];
            nextCursor: string | null;
        };
        /** @example MUG-BLUE */
        Sku: string;
        SnapshotRebuild: {
            /**
             * Format: int64
             * @description streams that have been visited
             */
            done: number;
            /** @description why it failed, or why the last stream was skipped */
            error: string | null;
            /** Format: int64 */
            etaSeconds: number | null;
            /**
             * Format: int64
             * @description events that were folded
             */
            events: number;
            /** Format: int64 */
            eventsTotal: number | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: components["schemas"]["Id"];
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            requestedBy: string;
            /**
             * Format: int64
             * @description of those visited, streams that this program cannot fold
             */
            skipped: number;
            /** Format: date-time */
            startedAt: string | null;
            /** @enum {string} */
            state: "running" | "stopped" | "done" | "failed";
            /**
             * Format: int64
             * @description streams to visit; null until they have been counted
             */
            total: number | null;
        };
        StockAdjustment: {
            /**
             * @description units found (positive) or missing (negative)
             * @example -2
             */
            delta: number;
            /** @example customer called */
            reason: string;
        };
        StockItem: {
            /** Format: int64 */
            available: number;
            /** Format: int64 */
            onHand: number;
            /** Format: int64 */
            reserved: number;
            sku: components["schemas"]["Sku"];
            /** Format: int64 */
            version: number;
        };
        StockPage: {
            items: components["schemas"]["StockItem"][];
            nextCursor: string | null;
        };
        StockReceipt: {
            quantity: number;
            /**
             * @description delivery note or the like
             * @example DN-4711
             */
            reference?: string;
        };
        StockTurnoverReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                /** Format: int64 */
                closing: number;
                /**
                 * Format: int64
                 * @description written off
                 */
                lost: number;
                /**
                 * Format: int64
                 * @description units on hand when the period began
                 */
                opening: number;
                /** Format: int64 */
                received: number;
                /** Format: int64 */
                shipped: number;
                sku: components["schemas"]["Sku"];
                /** @description shipped, by the mean of opening and closing; null where there was never any */
                turnover: number | null;
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
        };
        StoredEvent: {
            actor: string;
            causationId: string | null;
            commandId: components["schemas"]["Id"];
            correlationId: string;
            data: unknown;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            occurredAt: string;
            /** Format: int64 */
            position: number;
            reason?: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: int64 */
            schemaVersion: number;
            stream: string;
            type: string;
            /** Format: int64 */
            version: number;
        };
        Subscription: {
            /** Format: int64 */
            checkpoint: number;
            /**
             * Format: int64
             * @description grows with every rebuild
             */
            epoch: number;
            /** Format: date-time */
            failingSince: string | null;
            /** Format: int64 */
            head: number;
            /**
             * Format: int64
             * @description positions of the log still ahead, those included that wait for a fuller page where the subscription is in no hurry; negative: it has seen what the log no longer knows
             */
            lag: number;
            lastError: string | null;
            name: string;
            /** @description the instance that runs it now */
            owner: string | null;
            /**
             * Format: int64
             * @description sequences that wait
             */
            parked: number;
            /** @enum {string} */
            state: "running" | "paused" | "rebuilding" | "beyond-head";
            /** Format: date-time */
            updatedAt: string;
        };
        System: {
            database: string;
            instances: {
                name: string;
                /** Format: date-time */
                seenUntil: string;
            }[];
            /** @description the newest that has run */
            migration: string | null;
            /** Format: int64 */
            migrations: number;
            node: string;
            /** @description by route, of the instance that answers, since its start; the most asked first */
            requests: {
                /** Format: int64 */
                count: number;
                method: string;
                /** Format: int64 */
                p50Ms: number | null;
                /** Format: int64 */
                p99Ms: number | null;
                route: string;
            }[];
            settings: {
                about: string;
                name: string;
                secret: boolean;
                /** @description null: not set; of a secret only that it is set */
                value: string | null;
            }[];
            /** Format: date-time */
            startedAt: string;
            version: string;
        };
        Timeline: {
            items: components["schemas"]["TimelineEntry"][];
            nextCursor: string | null;
        };
        TimelineEntry: {
            actor: string;
            causationId: string | null;
            correlationId: string;
            data: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            occurredAt: string;
            /** Format: int64 */
            position: number;
            reason?: string;
            room: string;
            stream: string;
            type: string;
            /** Format: int64 */
            version: number;
        };
        TopProductsReport: {
            /**
             * Format: int64
             * @description every event up to this position of the log is in it
             */
            asOfPosition: number;
            /** Format: date-time */
            from: string;
            items: {
                currency: components["schemas"]["Currency"];
                /** @description as it was last sold */
                name: string;
                /** Format: int64 */
                orders: number;
                /** Format: int64 */
                revenueMinor: number;
                sku: components["schemas"]["Sku"];
                /** Format: int64 */
                units: number;
            }[];
            timeZone: string;
            /** Format: date-time */
            to: string;
        };
        TrackShipment: {
            /**
             * Format: date-time
             * @description when it happened, by the carrier
             */
            at: string;
            detail?: string;
            /** @enum {string} */
            status: "in_transit" | "delivered" | "lost";
        };
        Transfer: {
            /**
             * Format: int64
             * @description in minor units of the currency of the account
             * @example 2500
             */
            amountMinor: number;
            /** @example Top-up at the desk */
            description?: string;
            fromAccountId: components["schemas"]["Id"];
            toAccountId: components["schemas"]["Id"];
            /** @description your own id of the transfer: sent again, it answers what it did */
            transferId?: components["schemas"]["Id"];
        };
        TrialBalance: {
            /** Format: date-time */
            asOf: string;
            items: {
                /**
                 * Format: int64
                 * @description what came in less what went out
                 */
                balanceMinor: number;
                /**
                 * Format: int64
                 * @description all that came in
                 */
                creditMinor: number;
                currency: components["schemas"]["Currency"];
                /**
                 * Format: int64
                 * @description all that went out
                 */
                debitMinor: number;
                /** @enum {string} */
                kind: "customer" | "cash-clearing" | "order-revenue" | "refund-liability" | "write-off";
            }[];
            /** @description by currency, over all kinds: always 0 */
            totals: {
                /** Format: int64 */
                balanceMinor: number;
                currency: components["schemas"]["Currency"];
            }[];
        };
        VerbPreview: {
            changes: {
                after: string | null;
                before: string | null;
                what: string;
            }[];
            /** @description whether it cannot be taken back */
            final: boolean;
            /** @description what would happen, in sentences */
            follows: string[];
            object: string;
            /** Format: date-time */
            previewExpiresAt: string;
            previewToken: string;
            /** @description the verb that takes it back */
            undo: string | null;
            /** @example subscription.pause */
            verb: string;
        };
        WebhookDelivery: {
            /** Format: int64 */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            endpointId: components["schemas"]["Id"];
            /** @description the `webhook-id`, and `ce_id` in Kafka */
            eventId: components["schemas"]["Id"];
            eventType: string;
            id: components["schemas"]["Id"];
            lastError?: string;
            /** Format: int64 */
            lastStatus?: number;
            /** Format: date-time */
            nextAttemptAt?: string;
            /** Format: int64 */
            position?: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed" | "discarded";
            /** @description what it is about; in order among those of the same */
            subject: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            nextCursor: string | null;
        };
        WebhookDeliveryWithLog: {
            /** Format: int64 */
            attempts: number;
            /** @description as it is sent; absent where there will never be one: `log` says why */
            body?: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt?: string;
            endpointId: components["schemas"]["Id"];
            /** @description the `webhook-id`, and `ce_id` in Kafka */
            eventId: components["schemas"]["Id"];
            eventType: string;
            id: components["schemas"]["Id"];
            lastError?: string;
            /** Format: int64 */
            lastStatus?: number;
            /** @description the newest tries, at most 50 */
            log: {
                /** Format: date-time */
                at: string;
                /** Format: int64 */
                attempt: number;
                /** Format: int64 */
                durationMs: number;
                error?: string;
                /** @description how the answer began */
                response?: string;
                /** Format: int64 */
                status?: number;
            }[];
            /** Format: date-time */
            nextAttemptAt?: string;
            /** Format: int64 */
            position?: number;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed" | "discarded";
            /** @description what it is about; in order among those of the same */
            subject: string;
        };
        WebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            description?: string;
            disabledReason?: string;
            eventTypes: string[];
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description until then two secrets sign
             */
            previousSecretUntil?: string;
            /** @enum {string} */
            state: "enabled" | "disabled";
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** Format: int64 */
            version: number;
        };
        WebhookEndpointChange: {
            description?: string | null;
            /**
             * @example [
             *       "waybill.order.shipped",
             *       "waybill.payment.*"
             *     ]
             */
            eventTypes?: string[];
            /** @example https://shop.example.com/hooks */
            url?: string;
        };
        WebhookEndpointPage: {
            items: components["schemas"]["WebhookEndpoint"][];
            nextCursor: string | null;
        };
        WebhookEndpointWithSecret: {
            /** Format: date-time */
            createdAt: string;
            description?: string;
            disabledReason?: string;
            eventTypes: string[];
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description until then two secrets sign
             */
            previousSecretUntil?: string;
            /** @description shown now and never again */
            secret: string;
            /** @enum {string} */
            state: "enabled" | "disabled";
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** Format: int64 */
            version: number;
        };
        WebhookRange: {
            /**
             * Format: date-time
             * @description events recorded at this instant or later
             */
            from: string;
            /**
             * @description `undelivered`: what has failed, was discarded, or happened while the endpoint was disabled
             * @default all
             * @enum {string}
             */
            include: "all" | "undelivered";
            /** @example customer called */
            reason?: string;
            /**
             * Format: date-time
             * @description before this instant; absent: up to now
             */
            to?: string;
        };
        WebhookRangeQueued: {
            /** @description false: there is more, go on with `nextFrom` */
            isComplete: boolean;
            /** Format: date-time */
            nextFrom?: string;
            /** Format: int64 */
            queued: number;
        };
    };
    responses: {
        /** @description The address is too long. Codes: `uri-too-long` */
        AddressTooLong: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `approval.decided`, `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired` */
        ApprovalsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `approval.same-person`, `forbidden` */
        ApprovalsForbidden: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `approval.not-found` */
        ApprovalsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `approval.not-found`, `not-found`, `not-served-here` */
        ApprovalsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-cursor`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        BadRequest: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        BadRequest2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-if-match`, `invalid-request`, `malformed-request` */
        BadRequest3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `idempotency-key-required`, `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request` */
        BadRequest4: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `operation.ended`, `operation.nothing-matches` */
        BulkConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `operation.not-found` */
        BulkNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `operation.not-found` */
        BulkNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `operation.unknown-verb` */
        BulkUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `product.already-exists`, `product.archived` */
        CatalogConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `product.not-found` */
        CatalogNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `product.not-found` */
        CatalogNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired` */
        Conflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `customer.not-being-erased`, `customer.orders-under-way`, `idempotency-in-progress`, `idempotency-key-expired` */
        CustomersConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `customer.not-found`, `not-found`, `not-served-here` */
        CustomersNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `forbidden` */
        Forbidden: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `saga.ambiguous-verb`, `saga.cannot-resolve`, `saga.has-ended`, `saga.not-stuck` */
        FulfilmentConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `saga.ambiguous-verb`, `saga.cannot-resolve`, `saga.has-ended`, `saga.not-stuck`, `shipment.cannot-send-again`, `shipment.loss-settled`, `shipment.not-lost` */
        FulfilmentConflict2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `saga.ambiguous-verb`, `saga.cannot-resolve`, `saga.has-ended`, `saga.not-stuck`, `shipment.loss-settled`, `shipment.not-lost` */
        FulfilmentConflict3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `order.not-found`, `saga.not-found` */
        FulfilmentNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `saga.not-found` */
        FulfilmentNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `saga.not-found` */
        FulfilmentNotFound3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `saga.not-found`, `shipment.not-found` */
        FulfilmentNotFound4: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match names another version than the present one. Codes: `precondition-failed`, `preview-expired`, `preview-foreign`, `preview-outdated` */
        FulfilmentPreconditionFailed: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The headers are too large. Codes: `headers-too-large` */
        HeadersTooLarge: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `order.not-found` */
        HistoryNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong on our side; `errorId` names it. Codes: `internal-error` */
        InternalError: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `reservation.already-consumed`, `reservation.not-held`, `stock.insufficient` */
        InventoryConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `stock.not-found` */
        InventoryNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `stock.not-found` */
        InventoryNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `stock.counted-before-books`, `stock.counted-in-future` */
        InventoryUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `dead-letter.about-money`, `dead-letter.resolved`, `idempotency-in-progress`, `idempotency-key-expired` */
        KafkaHttpConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `dead-letter.not-found` */
        KafkaHttpNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `dead-letter.not-found`, `not-found`, `not-served-here` */
        KafkaHttpNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here` */
        NotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `notification.customer-erased` */
        NotificationsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `contact.not-found`, `not-found`, `not-served-here`, `notification.not-found`, `order.not-found` */
        NotificationsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `contact.not-found`, `notification.not-found` */
        NotificationsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `contact.not-found`, `not-found`, `not-served-here`, `notification.not-found` */
        NotificationsNotFound3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `parked.behind`, `rebuild.already-running`, `subscription.beyond-head`, `subscription.not-beyond-head`, `subscription.not-rebuildable` */
        OpsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `parked.not-found`, `rebuild.not-found`, `subscription.not-found` */
        OpsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `parked.not-found`, `rebuild.not-found`, `subscription.not-found` */
        OpsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `order.already-cancelled`, `order.already-exists`, `order.already-shipped`, `order.being-cancelled`, `order.being-handed-over`, `order.not-confirmed`, `order.not-delivered`, `order.not-draft`, `order.not-paid`, `order.not-shipped`, `order.price-changed`, `order.too-many-cancellations`, `order.too-many-unpaid`, `order.too-many-unpaid-units` */
        OrdersConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `forbidden`, `order.fulfilment-only`, `order.not-your-customer` */
        OrdersForbidden: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `order.customer-not-found`, `order.item-not-found`, `order.not-found` */
        OrdersNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `order.customer-not-found`, `order.item-not-found`, `order.not-found` */
        OrdersNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `order.currency-mismatch`, `order.incomplete`, `order.product-archived`, `order.quantity-too-large`, `order.too-few-units`, `order.too-many-lines`, `order.total-too-large`, `order.unknown-product`, `order.wallet-unavailable` */
        OrdersUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `drill.not-here` */
        OutsideNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `drill.not-here`, `not-found`, `not-served-here` */
        OutsideNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        PaymentsBadRequest: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `idempotency-key-required`, `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        PaymentsBadRequest2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-idempotency-key`, `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        PaymentsBadRequest3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit the schema, or cannot be read. Codes: `invalid-cursor`, `invalid-if-match`, `invalid-request`, `malformed-request`, `payment.message-not-signed` */
        PaymentsBadRequest4: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `payment.already-settled`, `payment.not-captured`, `payment.not-recordable`, `payment.nothing-to-pay`, `payment.order-in-fulfilment`, `payment.refund-not-refused`, `payment.surplus-not-refused` */
        PaymentsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `payment.not-found`, `payment.provider-not-found`, `payment.refund-not-found`, `payment.surplus-not-found` */
        PaymentsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `payment.provider-not-found` */
        PaymentsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `payment.not-found`, `payment.provider-not-found`, `payment.refund-not-found`, `payment.surplus-not-found` */
        PaymentsNotFound3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `payment.refund-exceeds-captured` */
        PaymentsUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match names another version than the present one. Codes: `precondition-failed` */
        PreconditionFailed: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request did not arrive in time. Codes: `request-timeout` */
        RequestTimeout: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `return.already-exists`, `return.not-approved`, `return.not-delivered`, `return.not-open`, `return.too-late` */
        ReturnsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `order.not-found`, `return.not-found` */
        ReturnsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `return.not-found` */
        ReturnsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `return.not-found` */
        ReturnsNotFound3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `return.more-than-delivered`, `return.more-than-requested` */
        ReturnsUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `outage.unknown-party` */
        SagasNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `outage.unknown-party` */
        SagasNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `shipment.already-dispatched`, `shipment.asked-for`, `shipment.cannot-send-again`, `shipment.loss-settled`, `shipment.not-awaited`, `shipment.not-by-hand`, `shipment.not-dispatched`, `shipment.not-lost` */
        ShippingConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `shipment.not-found` */
        ShippingNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `shipment.not-found` */
        ShippingNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `shipment.not-found` */
        ShippingNotFound3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `shipment.tracked-in-future` */
        ShippingUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `snapshots.being-rebuilt`, `snapshots.rebuild-ended` */
        SnapshotsConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `snapshots.rebuild-not-found` */
        SnapshotsNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `snapshots.rebuild-not-found` */
        SnapshotsNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. Codes: `payload-too-large` */
        TooLarge: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After. Codes: `rate-limited` */
        TooManyRequests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After. Codes: `rate-limited`, `too-many-live-views` */
        TooManyRequests2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No valid token. Codes: `unauthenticated` */
        Unauthenticated: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `archive-unavailable`, `deadline-exceeded`, `keys-unavailable`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `written-by-newer-program` */
        Unavailable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `archive-unavailable`, `deadline-exceeded`, `keys-unavailable`, `not-settled`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `written-by-newer-program` */
        Unavailable2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `not-settled`, `overloaded`, `shutting-down`, `store-unavailable`, `written-by-newer-program` */
        Unavailable3: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `deadline-exceeded`, `overloaded`, `shutting-down`, `store-unavailable`, `written-by-newer-program` */
        Unavailable4: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused` */
        Unprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not JSON in UTF-8. Codes: `unsupported-media-type` */
        UnsupportedMediaType: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `account.already-exists`, `account.closed`, `account.frozen`, `account.insufficient-funds`, `account.not-empty`, `concurrent-change`, `conflict`, `hold.already-captured`, `hold.not-held`, `idempotency-in-progress`, `idempotency-key-expired`, `transfer.id-taken` */
        WalletConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role may not do this. Codes: `account.deposit-refused`, `account.not-your-owner`, `forbidden` */
        WalletForbidden: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `account.not-found`, `hold.not-found`, `transfer.not-found` */
        WalletNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `account.not-found`, `hold.not-found`, `not-found`, `not-served-here`, `transfer.not-found` */
        WalletNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `account.balance-too-large`, `account.statement-too-long`, `hold.exceeded`, `idempotency-key-reused`, `transfer.currency-mismatch`, `transfer.same-account` */
        WalletUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not fit the present state, or the same request is still running. Codes: `concurrent-change`, `conflict`, `idempotency-in-progress`, `idempotency-key-expired`, `webhook.delivered-already`, `webhook.endpoint-disabled`, `webhook.too-many-endpoints` */
        WebhooksConflict: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `webhook.delivery-not-found`, `webhook.endpoint-not-found` */
        WebhooksNotFound: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It does not exist, or it is not yours. Codes: `not-found`, `not-served-here`, `webhook.delivery-not-found`, `webhook.endpoint-not-found` */
        WebhooksNotFound2: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now; see Retry-After. Codes: `archive-unavailable`, `deadline-exceeded`, `keys-unavailable`, `not-settled`, `overloaded`, `projection-behind`, `shutting-down`, `still-reading`, `store-unavailable`, `webhook.no-secrets-key`, `written-by-newer-program` */
        WebhooksUnavailable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It asks for what cannot be, or the Idempotency-Key was used for another request. Codes: `idempotency-key-reused`, `webhook.address-refused`, `webhook.unknown-event-type` */
        WebhooksUnprocessable: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
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
        ETag: string;
        /**
         * @description Where the log stood after this write; as Min-Event-Position a list shows it
         * @example 4711
         */
        "Event-Position": number;
        /**
         * @description `true`: the answer to an earlier request under this key; nothing was done again
         * @example true
         */
        "Idempotency-Replayed": "true";
        /**
         * @description RFC 8288: rel="next" leads to the page after this one; absent on the last
         * @example </v1/orders?cursor=eyJ&limit=20>; rel="next"
         */
        Link: string;
        /**
         * @description Where the new thing is read
         * @example /v1/orders/019a9f00-0000-7000-8000-000000000001
         */
        Location: string;
        /**
         * @description What is left in this window, and seconds until the next; absent without a limit
         * @example "default";r=299;t=42
         */
        RateLimit: string;
        /**
         * @description Requests in a window of so many seconds; absent without a limit
         * @example "default";q=300;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Seconds to wait before asking again
         * @example 1
         */
        "Retry-After": number;
        /**
         * @description How to say who you are
         * @example Bearer realm="waybill"
         */
        "WWW-Authenticate": string;
        /**
         * @description Yours, or one that was made; it is in our logs
         * @example 019a9f00-0000-7000-8000-000000000002
         */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getStartPage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html><title>Waybill</title> */
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest3"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest3"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["BadRequest3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    callTool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer in JSON-RPC */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["ProblemKind"][];
                    };
                    /** @example <!doctype html><title>Waybill</title> */
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ProblemKind"];
                    /** @example <!doctype html><title>Waybill</title> */
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable4"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description UUIDv7 unless said otherwise */
                ownerId?: components["schemas"]["Id"];
                status?: "open" | "frozen" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ownerId": "019a9f00-0000-7000-8000-00000000000c",
                 *       "currency": "EUR",
                 *       "initialDepositMinor": 1,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                "application/json": components["schemas"]["OpenAccount"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getAccount: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    depositFunds: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                "application/json": components["schemas"]["AccountMovement"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["LedgerEntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    freezeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listHolds: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "held" | "captured" | "released" | "expired" | "declined";
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["HoldPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description this instant or later; absent: since it was opened */
                from?: string;
                /** @description before this instant; absent: up to now */
                to?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["AccountStatement"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    unfreezeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["AccountReason"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    withdrawFunds: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                "application/json": components["schemas"]["AccountMovement"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getCancellations: {
        parameters: {
            query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["CancellationsReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCustomerRanking: {
        parameters: {
            query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                limit?: number;
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["CustomersReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFunnel: {
        parameters: {
            query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["FunnelReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSales: {
        parameters: {
            query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                interval?: "hour" | "day" | "week" | "month";
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SalesReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStockTurnover: {
        parameters: {
            query?: {
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                limit?: number;
                sku?: components["schemas"]["Sku"];
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["StockTurnoverReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTopProducts: {
        parameters: {
            query?: {
                by?: "revenue" | "units" | "orders";
                currency?: components["schemas"]["Currency"];
                /** @description inclusive; a date is its midnight in timeZone; 30 days before `to` unless given */
                from?: string;
                limit?: number;
                timeZone?: string;
                /** @description exclusive; now unless given */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["TopProductsReport"];
                    /**
                     * @example day,currency,amountMinor
                     *     2026-11-26,EUR,1999
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "ada@example.com",
                 *       "language": "en",
                 *       "notifications": true
                 *     }
                 */
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Contact"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["NotificationsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["NotificationsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listCustomerOrders: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description created at this instant or later */
                from?: string;
                limit?: number;
                sku?: components["schemas"]["Sku"];
                status?: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
                /** @description created before this instant */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPersonalData: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "moreAccounts": true,
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
                     *       "moreReturns": true,
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
                    "application/json": components["schemas"]["PersonalData"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomersNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    erasePersonalData: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                customerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "asked for by the customer, 26 November"
                 *     }
                 */
                "application/json": components["schemas"]["EraseCustomer"];
            };
        };
        responses: {
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CustomersNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["CustomersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                /** @description what had been recorded by then, by the database’s clock */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["TrialBalance"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "queued" | "sent" | "failed" | "suppressed";
                template?: "order-confirmed" | "payment-received" | "order-shipped" | "order-delivered" | "order-cancelled" | "refund-sent" | "return-approved";
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["NotificationWithMail"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationResend"];
            };
        };
        responses: {
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Notification"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["NotificationsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listOperatorActions: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                cursor?: string;
                limit?: number;
                /** @description what was acted on: an id or a name */
                object?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["OperatorAction"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "approved" | "done" | "failed" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ApprovalsForbidden"];
            404: components["responses"]["ApprovalsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ApprovalsForbidden"];
            404: components["responses"]["ApprovalsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    grantApproval: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ApprovalsForbidden"];
            404: components["responses"]["ApprovalsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ApprovalsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    rejectApproval: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["ApprovalsForbidden"];
            404: components["responses"]["ApprovalsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ApprovalsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listAttention: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["AttentionItem"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    followAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `attention` with `count`, `more`, `digest`, `progress` */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 4711
                     *     data: {"position":4711,"type":"OrderConfirmed"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests2"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "replayed" | "discarded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["KafkaHttpNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            /** @description It is about money and waits for a second person */
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            204: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["KafkaHttpNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["KafkaHttpConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["DeadLetterReplay"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["KafkaHttpNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["KafkaHttpConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listDrills: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "carrier-down",
                     *           "about": "text",
                     *           "state": "idle",
                     *           "begunAt": "2026-11-26T09:30:00.000Z",
                     *           "endsAt": "2026-11-26T09:30:00.000Z",
                     *           "begunBy": "text",
                     *           "reason": "customer called"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Drills"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OutsideNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginDrill: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "carrier-down",
                     *       "about": "text",
                     *       "state": "idle",
                     *       "begunAt": "2026-11-26T09:30:00.000Z",
                     *       "endsAt": "2026-11-26T09:30:00.000Z",
                     *       "begunBy": "text",
                     *       "reason": "customer called"
                     *     }
                     */
                    "application/json": components["schemas"]["Drill"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OutsideNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    stopDrill: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "carrier-down",
                     *       "about": "text",
                     *       "state": "idle",
                     *       "begunAt": "2026-11-26T09:30:00.000Z",
                     *       "endsAt": "2026-11-26T09:30:00.000Z",
                     *       "begunBy": "text",
                     *       "reason": "customer called"
                     *     }
                     */
                    "application/json": components["schemas"]["Drill"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OutsideNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                cursor?: string;
                from?: string;
                limit?: number;
                stream?: string;
                to?: string;
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["StoredEvent"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    followEvents: {
        parameters: {
            query?: {
                stream?: string;
                type?: string;
            };
            header?: {
                /** @description resume after this global position */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description one event for each fact */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 4711
                     *     data: {"position":4711,"type":"OrderConfirmed"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests2"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKafka: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["KafkaStatus"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["KafkaHttpNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "verb": "text",
                     *           "filter": {},
                     *           "pace": "all",
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
                    "application/json": {
                        items: components["schemas"]["Operation"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BulkNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    beginOperation: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "verb": "saga.retry",
                 *       "filter": {
                 *         "ids": [
                 *           "text"
                 *         ],
                 *         "step": "text",
                 *         "error": "text",
                 *         "subscription": "text",
                 *         "topic": "text"
                 *       },
                 *       "pace": 1,
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": components["schemas"]["OperationWish"];
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": "all",
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
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BulkNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["BulkConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BulkUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": "all",
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
                    "application/json": components["schemas"]["Operation"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BulkNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOperationItems: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "pending" | "trying" | "done" | "refused";
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["OperationItem"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BulkNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopOperation: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "verb": "text",
                     *       "filter": {},
                     *       "pace": "all",
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
                    "application/json": components["schemas"]["Operation"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["BulkNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["BulkConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["BulkUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listOutages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Outages"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SagasNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retryOutage: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "party": "text",
                     *       "retried": 1
                     *     }
                     */
                    "application/json": components["schemas"]["OutageRetried"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SagasNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *             "kind": "approval",
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
                     *       "retrying": 1,
                     *       "rebuilds": 1,
                     *       "operations": 1,
                     *       "approvals": 1,
                     *       "instances": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listParked: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "retrying" | "parked";
                subscription?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["ParkedEvent"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardParked: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "retrying"
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedDecision"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    retryParked: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "019a9f00-0000-7000-8000-000000000001",
                     *       "state": "retrying"
                     *     }
                     */
                    "application/json": components["schemas"]["ParkedDecision"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listRebuilds: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["Rebuild"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRetention: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["Retention"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    runRetention: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["Retention"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listSagas: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description only those that are stuck with this in what they said */
                error?: string;
                limit?: number;
                state?: "running" | "completed" | "compensating" | "compensated" | "needs-attention";
                /** @description only those that are stuck there */
                step?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    compensateSaga: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                orderId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": components["schemas"]["OperatorReason"];
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["FulfilmentConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    resolveSaga: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                orderId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "step": "text",
                 *       "direction": "forward",
                 *       "command": "text",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": components["schemas"]["SagaVerb"];
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["FulfilmentConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    retrySaga: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                orderId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "step": "text",
                 *       "direction": "forward",
                 *       "command": "text",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": components["schemas"]["SagaVerb"];
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SagaAfterVerb"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["FulfilmentConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    searchEverything: {
        parameters: {
            query: {
                /** @description an id of anything, a SKU, an X-Request-Id */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "account",
                     *           "id": "text",
                     *           "by": "id",
                     *           "orderId": "019a9f00-0000-7000-8000-000000000001",
                     *           "at": "2026-11-26T09:30:00.000Z",
                     *           "href": "text"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rebuildSnapshots: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SnapshotRebuild"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["SnapshotsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listSnapshotRebuilds: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["SnapshotRebuild"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSnapshotRebuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SnapshotRebuild"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    stopSnapshotRebuild: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SnapshotRebuild"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SnapshotsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["SnapshotsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listModelSteps: {
        parameters: {
            query: {
                /** @description a position of the log: exclusive */
                after?: number;
                /** @description so many events */
                limit?: number;
                /** @description of one read model only */
                model?: string;
                /** @description at most 20, with commas between them */
                streams: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "position": 4711,
                     *           "stream": "order-019a9f00-0000-7000-8000-000000000001",
                     *           "version": 7,
                     *           "eventId": "019a9f00-0000-7000-8000-000000000001",
                     *           "type": "text",
                     *           "occurredAt": "2026-11-26T09:30:00.000Z",
                     *           "rows": [
                     *             {
                     *               "model": "orders.order-list",
                     *               "key": "text",
                     *               "before": {},
                     *               "after": {}
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextAfter": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ProjectionSteps"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        items: components["schemas"]["Subscription"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    pauseSubscription: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    rebuildSubscription: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text",
                 *       "mode": "switch"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description `switch` replaces the live table; `verify` only compares it with one computed anew
                     * @default switch
                     * @enum {string}
                     */
                    mode?: "switch" | "verify";
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["VerbPreview"];
                };
            };
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Rebuild"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    resumeSubscription: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    rewindSubscription: {
        parameters: {
            query?: {
                /** @description only show what would follow, with a previewToken for the body of the write; nothing is changed */
                dryRun?: string;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called",
                 *       "previewToken": "text"
                 *     }
                 */
                "application/json": {
                    /** @description of the dry run that was looked at: the verb is refused with 412 when what was shown no longer holds */
                    previewToken?: string;
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description done; or only shown, for `dryRun` */
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Subscription"] | components["schemas"]["VerbPreview"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OpsConflict"];
            412: components["responses"]["FulfilmentPreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "requests": [
                     *         {
                     *           "method": "text",
                     *           "route": "text",
                     *           "count": 1,
                     *           "p50Ms": 1,
                     *           "p99Ms": 1
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
                    "application/json": components["schemas"]["System"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["OpsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description UUIDv7 unless said otherwise */
                customerId?: components["schemas"]["Id"];
                /** @description created at this instant or later */
                from?: string;
                limit?: number;
                sku?: components["schemas"]["Sku"];
                status?: "draft" | "confirmed" | "paid" | "shipped" | "delivered" | "cancelled" | "returned";
                /** @description created before this instant */
                to?: string;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["CreateOrder"];
            };
        };
        responses: {
            /** @description A draft */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Confirmed: fulfilment has begun */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getOrder: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrderAsOf: {
        parameters: {
            query: {
                at: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *             "detail": "what there is to say about it",
                     *             "nextAttemptAt": "2026-11-26T09:30:00.000Z"
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
                     *         "held": {
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
                     *         "parts": [
                     *           {
                     *             "tender": "wallet",
                     *             "amount": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "refunded": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             }
                     *           }
                     *         ],
                     *         "refunds": [
                     *           {
                     *             "id": "019a9f00-0000-7000-8000-000000000001",
                     *             "amount": {
                     *               "amountMinor": 1999,
                     *               "currency": "EUR"
                     *             },
                     *             "reason": "customer called",
                     *             "tender": "card",
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
                    "application/json": components["schemas"]["OrderAsOf"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["HistoryNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    confirmOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never> | null;
            };
        };
        responses: {
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    deliverOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never> | null;
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getOrderDiff: {
        parameters: {
            query?: {
                /** @description what was known then; the beginning unless given */
                from?: string;
                /** @description up to and with; now unless given */
                to?: string;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderDiff"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["HistoryNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrderEvents: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFulfilment: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *           "detail": "what there is to say about it",
                     *           "nextAttemptAt": "2026-11-26T09:30:00.000Z"
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
                    "application/json": components["schemas"]["Fulfilment"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    addOrderItem: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sku": "MUG-BLUE",
                 *       "quantity": 2
                 *     }
                 */
                "application/json": components["schemas"]["AddItem"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    removeOrderItem: {
        parameters: {
            query?: {
                quantity?: number;
            };
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    followOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description resume after this global position */
                "Last-Event-ID"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description one event for each fact */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 4711
                     *     data: {"position":4711,"type":"OrderConfirmed"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests2"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrderNotifications: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotificationsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    choosePaymentMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "card",
                 *       "token": "tok_ok"
                 *     }
                 */
                "application/json": components["schemas"]["PaymentMethod"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listOrderPayments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *           "held": {
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
                     *           "parts": [
                     *             {
                     *               "tender": "wallet",
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "refunded": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               }
                     *             }
                     *           ],
                     *           "refunds": [
                     *             {
                     *               "id": "019a9f00-0000-7000-8000-000000000001",
                     *               "amount": {
                     *                 "amountMinor": 1999,
                     *                 "currency": "EUR"
                     *               },
                     *               "reason": "customer called",
                     *               "tender": "card",
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
                    "application/json": components["schemas"]["PaymentPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    repriceOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never> | null;
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    requestReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["RequestReturn"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    changeShippingAddress: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Byron",
                 *       "line1": "1 Analytical St",
                 *       "city": "London",
                 *       "postalCode": "N1 7AA",
                 *       "country": "GB"
                 *     }
                 */
                "application/json": components["schemas"]["ShippingAddress"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["OrdersForbidden"];
            404: components["responses"]["OrdersNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["OrdersConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OrdersUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getPayment: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "held": {
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
                     *       "parts": [
                     *         {
                     *           "tender": "wallet",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "tender": "card",
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
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["PaymentsBadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "captured",
                 *       "reference": "invoice 4711"
                 *     }
                 */
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "held": {
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
                     *       "parts": [
                     *         {
                     *           "tender": "wallet",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "tender": "card",
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
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["PaymentsBadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["PaymentsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PaymentsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amountMinor": 1999,
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["IssueRefund"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "held": {
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
                     *       "parts": [
                     *         {
                     *           "tender": "wallet",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "tender": "card",
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
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["PaymentsBadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["PaymentsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PaymentsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    recordPayout: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
                /** @description UUIDv7 unless said otherwise */
                refundId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "SEPA-4711",
                 *       "reason": "paid out at the bank"
                 *     }
                 */
                "application/json": components["schemas"]["RecordPayout"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "held": {
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
                     *       "parts": [
                     *         {
                     *           "tender": "wallet",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "tender": "card",
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
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["PaymentsBadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["PaymentsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PaymentsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    returnSurplus: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
                /** @description UUIDv7 unless said otherwise */
                surplusId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reference": "invoice 4711",
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["ReturnSurplus"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                     *       "held": {
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
                     *       "parts": [
                     *         {
                     *           "tender": "wallet",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "refunded": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           }
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "019a9f00-0000-7000-8000-000000000001",
                     *           "amount": {
                     *             "amountMinor": 1999,
                     *             "currency": "EUR"
                     *           },
                     *           "reason": "customer called",
                     *           "tender": "card",
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
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["PaymentsBadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["PaymentsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["PaymentsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    receiveProviderMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                provider: string;
            };
            cookie?: never;
        };
        /** @description the provider's own form */
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "messageId": "evt_1",
                     *       "became": "applied"
                     *     }
                     */
                    "application/json": components["schemas"]["ProviderMessageTaken"];
                };
            };
            400: components["responses"]["PaymentsBadRequest3"];
            404: components["responses"]["PaymentsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable3"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                category?: string;
                currency?: components["schemas"]["Currency"];
                cursor?: string;
                /** @description counts what matches by category and price band */
                facets?: "true" | "false";
                /** @description whether there are units that nobody has reserved */
                inStock?: "true" | "false";
                limit?: number;
                /** @description minor units, inclusive */
                maxPrice?: number;
                /** @description minor units, inclusive */
                minPrice?: number;
                /** @description words (or their beginnings) in name, SKU and description; typing errors are forgiven */
                q?: string;
                /** @description relevance where there is a q, else newest */
                sort?: "relevance" | "name" | "price" | "-price" | "newest";
            };
            header?: {
                /** @description Event-Position of the write that must be visible in this list */
                "Min-Event-Position"?: string;
                /** @description wait=<seconds>, 0 to 8 */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CatalogNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
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
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CreateProduct"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CatalogNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["CatalogConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CatalogNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ChangeProduct"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CatalogNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["CatalogConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    archiveProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never> | null;
            };
        };
        responses: {
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["CatalogNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["CatalogConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listReturns: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description UUIDv7 unless said otherwise */
                orderId?: components["schemas"]["Id"];
                status?: "requested" | "approved" | "received" | "refunded" | "rejected" | "cancelled" | "refund-refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ReturnPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getReturn: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    approveReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["DecideReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    cancelReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["DecideReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    receiveReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["ReceiveReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    rejectReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["DecideReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    retryReturnRefund: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["DecideReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    recordReturnRefund: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["DecideReturn"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OrderReturn"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ReturnsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ReturnsConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ReturnsUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listShipments: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description UUIDv7 unless said otherwise */
                orderId?: components["schemas"]["Id"];
                state?: "requested" | "unknown" | "refused" | "cancelled" | "dispatched" | "in_transit" | "delivered" | "lost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ShipmentPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getShipment: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    dispatchShipment: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "carrier": "DHL",
                 *       "trackingNumber": "00340434161094000000"
                 *     }
                 */
                "application/json": components["schemas"]["HandOverShipment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ShippingConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ShippingUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    refundLostShipment: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["SettleLoss"];
            };
        };
        responses: {
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SettledLoss"] | components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound4"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["FulfilmentConflict3"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    refuseShipment: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["RefuseShipment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ShippingConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ShippingUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    sendShipmentAgain: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["SettleLoss"];
            };
        };
        responses: {
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SettledLoss"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["FulfilmentNotFound4"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["FulfilmentConflict2"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    trackShipment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "in_transit",
                 *       "at": "2026-11-26T09:30:00.000Z",
                 *       "detail": "what there is to say about it"
                 *     }
                 */
                "application/json": components["schemas"]["TrackShipment"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Shipment"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["ShippingConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["ShippingUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    listSimulatedCharges: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description also what took no money: declined, cancelled and failed tries */
                include?: "attempts";
                /** @description UUIDv7 unless said otherwise */
                key?: components["schemas"]["Id"];
                limit?: number;
                /** @description UUIDv7 unless said otherwise */
                orderId?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SimulatedChargePage"];
                };
            };
            400: components["responses"]["PaymentsBadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PaymentsNotFound3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSimulatedParcels: {
        parameters: {
            query?: {
                cursor?: string;
                /** @description also what never became a parcel: refused, and cancelled before it was accepted */
                include?: "attempts";
                /** @description UUIDv7 unless said otherwise */
                key?: components["schemas"]["Id"];
                limit?: number;
                /** @description UUIDv7 unless said otherwise */
                orderId?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SimulatedParcelPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["ShippingNotFound3"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStock: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["StockPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InventoryNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getStock: {
        parameters: {
            query?: {
                /** @description what had happened by then, or been recorded by the database’s clock: a time that a thing shows is one */
                asOf?: string;
                version?: number;
            };
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InventoryNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    adjustStock: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "delta": -2,
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["StockAdjustment"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InventoryNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InventoryConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InventoryUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    receiveStock: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                sku: components["schemas"]["Sku"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quantity": 1,
                 *       "reference": "DN-4711"
                 *     }
                 */
                "application/json": components["schemas"]["StockReceipt"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["InventoryNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["InventoryConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InventoryUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    transferFunds: {
        parameters: {
            query?: never;
            header: {
                /** @description Yours, 1-255 printable ASCII; repeat it to repeat the answer instead of the work */
                "Idempotency-Key": string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "transferId": "019a9f00-0000-7000-8000-000000000001",
                 *       "fromAccountId": "019a9f00-0000-7000-8000-000000000001",
                 *       "toAccountId": "019a9f00-0000-7000-8000-000000000001",
                 *       "amountMinor": 2500,
                 *       "description": "Top-up at the desk"
                 *     }
                 */
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["MadeTransfer"];
                };
            };
            /** @description Waits for a second person */
            202: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Approval"];
                };
            };
            400: components["responses"]["BadRequest4"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WalletConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WalletUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable2"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["MadeTransfer"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["WalletForbidden"];
            404: components["responses"]["WalletNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookDeliveryWithLog"];
                };
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    discardWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    resendWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /** @example customer called */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpointPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["CreateWebhookEndpoint"];
            };
        };
        responses: {
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag you already have */
                "If-None-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description You have this version already */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest3"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    changeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["WebhookEndpointChange"];
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "pending" | "delivered" | "failed" | "discarded";
            };
            header?: never;
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    disableWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /** @example customer called */
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    enableWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /** @example customer called */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    resendWebhookRange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-26T09:30:00.000Z",
                 *       "to": "2026-11-26T09:30:00.000Z",
                 *       "include": "all",
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookRange"];
            };
        };
        responses: {
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "queued": 1,
                     *       "isComplete": true,
                     *       "nextFrom": "2026-11-26T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookRangeQueued"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
                /** @description ETag of the version you have seen */
                "If-Match"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "overlapHours": 24,
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description how long the old secret signs as well
                     * @default 24
                     */
                    overlapHours?: number;
                    /** @example customer called */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Yours, 1-255 printable ASCII; under it a repeat gets the same answer and has no effect */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description UUIDv7 unless said otherwise */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "customer called"
                 *     }
                 */
                "application/json": {
                    /** @example customer called */
                    reason?: string;
                } | null;
            };
        };
        responses: {
            202: {
                headers: {
                    "Event-Position": components["headers"]["Event-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            400: components["responses"]["BadRequest2"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["WebhooksNotFound2"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["WebhooksConflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["WebhooksUnprocessable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["WebhooksUnavailable"];
        };
    };
}
