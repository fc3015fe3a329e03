export interface paths {
    "/api/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find records
         * @description A page of the records that meet all parameters. total is exact, and null where counting would need reading, unless count=true.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Whether records are cut to what a list shows: 2,048 characters of the body and of the message, 64 attributes of the record, of its resource and of its scope, and 256 characters of each other value. A record that had more says so in shortened; /api/logs/{id} gives all of it.
                     * @example true
                     */
                    brief?: boolean;
                    /**
                     * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
                     * @example attributes.http.response.status_code
                     */
                    column?: string[];
                    /** @description Whether records may be read only to count them all. */
                    count?: boolean;
                    /** @description The next_cursor of the page before; without it, the first page. */
                    cursor?: string;
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /** @description The most records of a page. */
                    limit?: number;
                    /** @description Which records come first. */
                    order?: "newest" | "oldest";
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordPage"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        /**
         * Send records as JSON
         * @description One JSON object per line, or an array of them. They are answered when they are safe on disk.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Names the request, so that it is stored once even if it is sent again. */
                    "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                    /** @description How the body is compressed. */
                    "Content-Encoding"?: components["parameters"]["ContentEncoding"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    /**
                     * @example {
                     *       "service": "auth",
                     *       "level": "error",
                     *       "message": "User 17 was locked out"
                     *     }
                     */
                    "application/json": Record<string, never> | Record<string, never>[];
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description What became of the records. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Receipt"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["RateLimited"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send records by OTLP
         * @description An ExportLogsServiceRequest, as OpenTelemetry SDKs and Collectors send it; also on port 4318. Refusals are a google.rpc.Status in the form of the request.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Names the request, so that it is stored once even if it is sent again. */
                    "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                    /** @description How the body is compressed. */
                    "Content-Encoding"?: components["parameters"]["ContentEncoding"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-protobuf": unknown;
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description An ExportLogsServiceResponse, with partial_success where some were refused, or a quota let some go. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is damaged or no such request; sending it again is of no use. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token is missing or not valid. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token does not allow it. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body did not arrive in time; send again, without pauses. */
                408: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is too large, as it came or decompressed. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The type or encoding of the body is not understood. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description More was sent than the rate allows; send again after Retry-After. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request met a fault of the server; sending it again is of no use. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The server is overloaded, ending or short of disk; send again after Retry-After. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/loki/api/v1/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send records by Loki's push
         * @description Streams of lines with labels and structured metadata, as JSON or as protobuf in a block of snappy; also at /api/prom/push. Refusals are a line of text. A tenant in X-Scope-OrgID must be that of the token.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    /** @description Names the request, so that it is stored once even if it is sent again. */
                    "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                    /** @description How the body is compressed. */
                    "Content-Encoding"?: components["parameters"]["ContentEncoding"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-protobuf": unknown;
                    /**
                     * @example {
                     *       "streams": [
                     *         {
                     *           "stream": {
                     *             "service_name": "auth",
                     *             "level": "error"
                     *           },
                     *           "values": [
                     *             [
                     *               "1795255200000000000",
                     *               "User 17 was locked out"
                     *             ]
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description The records are safe on disk. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is no push; or the labels of some streams cannot be read, and the other streams are stored. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token is missing or not valid. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token does not allow it, or is of another tenant than X-Scope-OrgID. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body did not arrive in time; send again, without pauses. */
                408: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is too large, as it came or decompressed. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The encoding of the body is not understood. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description More was sent than the rate allows; send again after Retry-After. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request met a fault of the server; sending it again is of no use. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The server is overloaded, ending or short of disk; send again after Retry-After. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the journal of systemd
         * @description Entries in the Journal Export Format, as systemd-journal-upload sends them. The body may be of any length: its entries are stored while it comes, and the answer says that all of them are. Entries that are sent again are recognised by their cursors. Refusals are a line of text.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/vnd.fdo.journal": unknown;
                };
            };
            responses: {
                /** @description All entries are safe on disk. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                /** @description The request met a fault of the server; sending it again is of no use. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send records by the bulk API of Elasticsearch
         * @description An action and a document on a line each, in turn; also with PUT, and at /{index}/_bulk. The documents of create and index become records, update and delete are refused. Clients authenticate by Bearer, Basic or ApiKey.
         */
        post: {
            parameters: {
                query?: {
                    /**
                     * @description The parts of the answer that are wanted, as errors,items.*.error; names and stars are understood, and with anything else the answer is whole.
                     * @example errors,items.*.error
                     */
                    filter_path?: string;
                };
                header?: {
                    /** @description Names the request, so that it is stored once even if it is sent again. */
                    "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                    /** @description How the body is compressed. */
                    "Content-Encoding"?: components["parameters"]["ContentEncoding"];
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/x-ndjson": string;
                };
            };
            responses: {
                /** @description The records are safe on disk; items tell what became of each action. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is empty. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token is missing or not valid. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The token does not allow it. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The body is too large, as it came or decompressed. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The type or encoding of the body is not understood. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The request met a fault of the server; sending it again is of no use. */
                500: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The server is overloaded, ending or short of disk, more was sent than the rate allows, or the body did not arrive in time; send again after Retry-After. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ws/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch records by WebSocket
         * @description A WebSocket on which a message is sent for each record as it is stored. For the parameters and the messages see /api/v1/logs/stream, which says the same as server-sent events.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn
                     */
                    query?: components["parameters"]["Query"];
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: components["parameters"]["Service"];
                    /** @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once. */
                    level?: components["parameters"]["Level"];
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: components["parameters"]["Search"];
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: components["parameters"]["TraceId"];
                    /** @description A template, 16 hexadecimal digits. */
                    template_id?: components["parameters"]["TemplateId"];
                    /**
                     * @description Whether records are cut to what a list shows, as /api/logs cuts them.
                     * @example true
                     */
                    brief?: components["parameters"]["Brief"];
                    /**
                     * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
                     * @example [
                     *       "attributes.http.response.status_code"
                     *     ]
                     */
                    column?: components["parameters"]["Column"];
                    /** @description The cursor of the last message that was had; without it, what comes from now on. */
                    after?: components["parameters"]["After"];
                    /** @description A ticket of /api/v1/tickets, where no token can be sent. */
                    ticket?: components["parameters"]["Ticket"];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Messages follow. */
                101: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch records as server-sent events
         * @description An event for each record as it is stored, as a JSON object whose type is new_log, with the record as data and a cursor. One of type cursor tells where the reader is; dropped that it missed records, with their count unless nobody knows it; error why nothing more comes. Who comes back with a cursor gets what was stored since then, 100000 records of it at most. A reader that is too slow loses the oldest records, at most 10000 wait for it.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn
                     */
                    query?: components["parameters"]["Query"];
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: components["parameters"]["Service"];
                    /** @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once. */
                    level?: components["parameters"]["Level"];
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: components["parameters"]["Search"];
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: components["parameters"]["TraceId"];
                    /** @description A template, 16 hexadecimal digits. */
                    template_id?: components["parameters"]["TemplateId"];
                    /**
                     * @description Whether records are cut to what a list shows, as /api/logs cuts them.
                     * @example true
                     */
                    brief?: components["parameters"]["Brief"];
                    /**
                     * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
                     * @example [
                     *       "attributes.http.response.status_code"
                     *     ]
                     */
                    column?: components["parameters"]["Column"];
                    /** @description The cursor of the last message that was had; without it, what comes from now on. */
                    after?: components["parameters"]["After"];
                    /** @description A ticket of /api/v1/tickets, where no token can be sent. */
                    ticket?: components["parameters"]["Ticket"];
                };
                header?: {
                    /** @description The id of the last event, in place of after, as an EventSource sends it. */
                    "Last-Event-ID"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Events follow; the id of each is its cursor. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export records
         * @description All records that meet all parameters, the oldest first, until the newest that there is when the answer begins. An answer that breaks off is not complete. A reader that takes nothing for limits.idle_timeout is given up. Packed for who accepts gzip.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /** @description jsonl for a JSON object on each line, as /api/logs gives it; csv for a table; otlp for a request of OTLP in JSON on each line; parquet for a typed table in Apache Parquet. */
                    format?: "jsonl" | "csv" | "otlp" | "parquet";
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The records. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": string;
                        "text/csv": string;
                        "application/vnd.apache.parquet": string;
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the values of fields
         * @description The most frequent values of each field, with the number of their records.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /** @description A field whose values are counted, such as attributes.http.response.status_code, or several, if given more than once; level and service, if not given. */
                    field?: string[];
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /** @description The most values of each field. */
                    limit?: number;
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FacetList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the fields of records
         * @description Those that the newest of the selected records have, with what they hold and how many have them. For the values of a field see /api/logs/facets.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /** @description The most fields of an answer, those first that most records have. */
                    limit?: number;
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description The most records that are looked at, the newest first. */
                    sample?: number;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FieldList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/histogram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count records over time
         * @description The last 24 hours unless start_time is given. Intervals without records are listed.
         */
        get: {
            parameters: {
                query?: {
                    /** @description What the records of an interval are told apart by, if anything. */
                    by?: "severity" | "service" | "template";
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /** @description How long each interval is, such as 30s, 5m or 1h; by default a round length that gives about 60. */
                    interval?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Histogram"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a query
         * @description Gives both of its forms, of the whole and of each condition that a record must meet. The refusal of one that is wrong tells where, by offset and length.
         */
        get: {
            parameters: {
                query?: {
                    /** @description A condition in the readable form of predicates, or as JSON. */
                    query?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Query"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/stats/hourly": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count records per hour and service */
        get: {
            parameters: {
                query?: {
                    /** @description How many hours up to now are counted. */
                    hours?: number;
                    /** @description A service, or several, if given more than once; all, if not given. */
                    service?: string[];
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HourlyStatistics"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/stats/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count records per service */
        get: {
            parameters: {
                query?: {
                    /** @description How many hours up to now are counted. */
                    hours?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ServiceStatistics"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/trends/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count errors per hour and service */
        get: {
            parameters: {
                query?: {
                    /** @description How many hours up to now are counted. */
                    hours?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ErrorTrend"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a record */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The id of a record, as an answer gave it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LogRecord"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logs/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what happened around a record
         * @description Records of the same service and resource, up to before and after of them.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The most records after it. */
                    after?: number;
                    /** @description The most records before it. */
                    before?: number;
                    /**
                     * @description Whether records are cut to what a list shows: 2,048 characters of the body and of the message, 64 attributes of the record, of its resource and of its scope, and 256 characters of each other value. A record that had more says so in shortened; /api/logs/{id} gives all of it.
                     * @example true
                     */
                    brief?: boolean;
                    /**
                     * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
                     * @example attributes.http.response.status_code
                     */
                    column?: string[];
                };
                header?: never;
                path: {
                    /** @description The id of a record, as an answer gave it. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordContext"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Measure what comes in and what it takes
         * @description Rates are taken over the window.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The last so long, such as 5m or 1h, up to 7d. */
                    window?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Metrics"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List templates
         * @description Those of the last 24 hours unless start_time is given. Every record is in exactly one, so that the counts listed and other_records add up to total_records.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /** @description The most templates of an answer. */
                    limit?: number;
                    /** @description The most records of a template that is listed; any number, if absent. */
                    max_count?: number;
                    /** @description The fewest records of a template that is listed. */
                    min_count?: number;
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /** @description Which come first: the most frequent, the largest, the newest, or the rarest. */
                    sort?: "count" | "bytes" | "first_seen" | "rarest";
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two stretches of time
         * @description Those that are new in the window, gone from it, or more or less frequent than in the base.
         */
        get: {
            parameters: {
                query?: {
                    /** @description When the base ends; by default where the window begins. */
                    base_end?: string;
                    /** @description When the base begins; by default it is as long as the window. */
                    base_start?: string;
                    /** @description When the window ends; by default now. */
                    end_time?: string;
                    /** @description The most templates of each kind. */
                    limit?: number;
                    /** @description When the window begins, in a form that /api/logs takes; by default an hour before its end. */
                    start_time?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateDiff"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns/{template_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a template
         * @description With the templates that have merged into it.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path: {
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TemplateHistory"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns/{template_id}/exemplars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get records that stand for a template
         * @description They are spread over the selected time.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Whether records are cut to what a list shows: 2,048 characters of the body and of the message, 64 attributes of the record, of its resource and of its scope, and 256 characters of each other value. A record that had more says so in shortened; /api/logs/{id} gives all of it.
                     * @example true
                     */
                    brief?: boolean;
                    /**
                     * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
                     * @example attributes.http.response.status_code
                     */
                    column?: string[];
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /** @description The most records of an answer. */
                    limit?: number;
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path: {
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ExemplarList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/patterns/{template_id}/variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what varies in a template
         * @description How the values are spread in the newest records.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The first moment that does not belong to it any more.
                     * @example 2026-11-21T10:00:00Z
                     */
                    end_time?: string;
                    /**
                     * @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once.
                     * @example error
                     */
                    level?: string[];
                    /**
                     * @description A condition in the readable form of predicates, or as JSON.
                     * @example level >= warn and attributes.http.response.status_code = 503
                     */
                    query?: string;
                    /** @description The most records whose values are looked at, the newest first. */
                    sample?: number;
                    /** @description A text that the body contains, in upper or lower case. */
                    search?: string;
                    /** @description The name of a service; any of them, if given more than once. */
                    service?: string[];
                    /**
                     * @description The first moment: RFC 3339, a number since 1970 in s, ms, us or ns, or a time ago such as 15m, 2h or 7d.
                     * @example 2h
                     */
                    start_time?: string;
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id?: string;
                    /** @description A trace, 32 hexadecimal digits. */
                    trace_id?: string;
                };
                header?: never;
                path: {
                    /** @description A template, by an id that it has or had; 16 hexadecimal digits. */
                    template_id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VariableList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List changes, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The next_before of the page before; without it, the newest entries. */
                    before?: number;
                    /** @description The most entries of a page. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditPage"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Back all data up
         * @description A tar archive of everything acknowledged before, of all tenants, for winnow restore. Its last entry has the checksums of all others: an answer without it is not complete. One at a time; a reader that takes nothing for limits.idle_timeout is given up.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The archive. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-tar": string;
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deletions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deletions, those that were asked for last first */
        get: {
            parameters: {
                query?: {
                    /** @description The tenant whose deletions are meant; another than your own only for the tenant default. */
                    tenant_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeletionList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        /**
         * Delete records for good, or tell which would go
         * @description Records that are stored when the request comes, and no later ones. The answer comes at once; the deletion goes on, also after a restart. It is done when nothing of the records is in a file of the store any more. The audit log tells who had how many deleted and why, but not the condition, which is forgotten at the end.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DeletionRequest"];
                };
            };
            responses: {
                /** @description What would be deleted, as dry_run asks. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeletionPreview"];
                    };
                };
                /** @description The deletion, which has yet to be done. */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deletion"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deletions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how far a deletion is */
        get: {
            parameters: {
                query?: {
                    /** @description The tenant whose deletions are meant; another than your own only for the tenant default. */
                    tenant_id?: string;
                };
                header?: never;
                path: {
                    /** @description The id of a deletion. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deletion"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the account of all records
         * @description What became of every record that ever came, by receiver, service and reason.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query_usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what queries touched
         * @description The fields and templates that queries named most often; what was asked in the last minute may be missing.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The most fields, and the most templates. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueryUsage"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List quotas by tenant and service */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QuotaList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        /**
         * Add or replace the quota of a tenant and service
         * @description It counts from now on, with what was kept of the day before.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Quota"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        /** Remove the quota of a tenant and service */
        delete: {
            parameters: {
                query?: {
                    /** @description For which service; without it the one for all services together. */
                    service?: string;
                    /** @description Of which tenant; the tenant default, if it is not given. */
                    tenant_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Quota"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention_classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List retention classes in the order in which they are asked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionClassList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention_classes/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Add or replace a retention class */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The name of a class: 1 to 32 lower-case letters, digits, hyphens and underscores. */
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RetentionClass"];
                };
            };
            responses: {
                /** @description The class, which was replaced. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionClass"];
                    };
                };
                /** @description The class, which is new. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionClass"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        /** Remove a retention class other than default */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The name of a class: 1 to 32 lower-case letters, digits, hyphens and underscores. */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved_views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List saved views by name */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedViewList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        /** Save a view */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SavedViewRequest"];
                };
            };
            responses: {
                /** @description The view. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved_views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One saved view */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The id of a saved view. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        /** Replace the name and content of a saved view */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The id of a saved view. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SavedViewRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        /** Remove a saved view */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description The id of a saved view. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are, and whether you must sign in
         * @description Whoever is not known is told so here, and not refused.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Who asks. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        /**
         * Sign in: begin a session with a token
         * @description It ends after seven days, after twelve hours without a request, when the token does, and when the server ends. Where no token is needed there is no session.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SessionRequest"];
                };
            };
            responses: {
                /** @description Who asks; no token is needed. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Who asks; a cookie names the session. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                429: components["responses"]["SignInLimited"];
                503: components["responses"]["Unavailable"];
            };
        };
        /** Sign out: end the session, if there is one */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is no session any more. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the price */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Price"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        /** Set the price */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PriceRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Price"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        /** Remove the price, if there is one */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slow_queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List slow queries, the newest first
         * @description The last 100 that took half a second or more since the server started.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SlowQueryList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a ticket to open a live tail
         * @description For web pages, which cannot send a token with a WebSocket or an EventSource. It is good for one of them, within half a minute, for whoever may read.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The ticket. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ticket"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tokens, the newest first; also those that ended less than 90 days ago */
        get: {
            parameters: {
                query?: {
                    /** @description The tenant whose tokens are meant; another than your own only for the tenant default. */
                    tenant_id?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenList"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        /** Make a token; its secret is in this answer only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenRequest"];
                };
            };
            responses: {
                /** @description The token and its secret. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                409: components["responses"]["Conflict"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token: from now on it is not accepted */
        delete: {
            parameters: {
                query?: {
                    /** @description The tenant whose tokens are meant; another than your own only for the tenant default. */
                    tenant_id?: string;
                };
                header?: never;
                path: {
                    /** @description The id of a token. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                404: components["responses"]["NotFound"];
                409: components["responses"]["Conflict"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get how much of the quotas is used
         * @description Of the day of UTC so far, for each quota of your tenant.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Usage"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
                504: components["responses"]["Timeout"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generator/control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the rate, or the percentage of errors
         * @description What is not given stays as it is.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GeneratorRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GeneratorAnswer"];
                    };
                };
                400: components["responses"]["Malformed"];
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                413: components["responses"]["TooLarge"];
                415: components["responses"]["UnsupportedType"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generator/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start the generator, unless it is running */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GeneratorAnswer"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generator/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the generator does, and has done since the server started */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GeneratorAnswer"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/generator/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the generator, unless it is stopped */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GeneratorAnswer"];
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how the server is
         * @description status is healthy, or degraded if something that it depends on does not work. accounts is complete, or incomplete if something was lost of the ledger or of the templates since the start.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Health"];
                    };
                };
            };
        };
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
        /**
         * Tell whether the process lives
         * @description If it answers, it does.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
            };
        };
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
        /** Tell whether the server takes requests */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description It does. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
                /** @description It does not, and why. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Readiness"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all metrics of the server
         * @description In the text format of Prometheus. For tokens of the tenant default.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/plain; version=0.0.4; charset=utf-8": string;
                    };
                };
                401: components["responses"]["Unauthenticated"];
                403: components["responses"]["Forbidden"];
                422: components["responses"]["Invalid"];
                503: components["responses"]["Unavailable"];
            };
        };
        put?: never;
        post?: never;
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
        /** @description Why a request was refused (RFC 9457). */
        Problem: {
            /** @example urn:winnow:problem:invalid_parameter */
            type: string;
            title: string;
            status: number;
            /** @description What was wrong and what can be done about it, for people. */
            detail: string;
            /** @description The path that was asked for. */
            instance: string;
            /**
             * @description The kind of problem, for programs; it does not change.
             * @example invalid_parameter
             */
            code: string;
            /** @description Names the request in the server's log. */
            trace_id: string;
            /** @description Where the readable form in query is wrong, in UTF-16 code units; missing with other problems. */
            offset?: number;
            /** @description How much is wrong there; 0 if something is missing at the end. */
            length?: number;
        };
        /** @description What became of the records of a request. */
        Receipt: {
            /** @description Records that are safe on disk. */
            accepted: number;
            /** @description Records that had been sent before. */
            duplicates: number;
            /** @description Records that were counted, but not kept, as a quota for the day is used up; missing if there are none. */
            over_quota?: number;
            /** @description Lines that are no JSON object. */
            malformed: number;
            /** @description Examples of such lines. */
            errors: {
                position: number;
                reason: string;
            }[];
        };
        AbsorbedTemplate: {
            template_id: string;
            template: string | null;
            first_seen: components["schemas"]["Timestamp"];
            merged_into: string;
            merged_at: components["schemas"]["Timestamp"];
        };
        /** @description Any JSON value. */
        AnyValue: unknown;
        /** @description Values by name. */
        Attributes: {
            [key: string]: unknown;
        };
        AuditEntry: {
            /** Format: int64 */
            number: number;
            timestamp: components["schemas"]["Timestamp"];
            actor_id: string;
            actor_name: string;
            action: string;
            target: string;
            details: Record<string, never>;
        };
        AuditPage: {
            entries: components["schemas"]["AuditEntry"][];
            /** Format: int64 */
            next_before: number | null;
        };
        ComparedWindow: {
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: double */
            duration_seconds: number;
            /** Format: int64 */
            records: number;
        };
        Deletion: {
            id: string;
            tenant_id: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            /** @description The token that was shown. */
            actor_id: string;
            /** @description What it was called at the time. */
            actor_name: string;
            requested: components["schemas"]["Timestamp"];
            reason: string;
            from: components["schemas"]["Timestamp"];
            to: components["schemas"]["Timestamp"];
            /** @description What the condition is about; ten fields at most. */
            fields: string[];
            /**
             * Format: int64
             * @description How many there were when it began; null before.
             */
            records: number | null;
            ended: components["schemas"]["Timestamp"] | null;
            /** @description The code of the error that it failed with. */
            failure: string | null;
        };
        DeletionList: {
            deletions: components["schemas"]["Deletion"][];
        };
        DeletionPreview: {
            /** Format: int64 */
            records: number;
            /** Format: int64 */
            bytes: number;
            earliest: components["schemas"]["Timestamp"] | null;
            latest: components["schemas"]["Timestamp"] | null;
            /** @description Those with the most records, 1,000 of them at most. */
            services: components["schemas"]["DeletionPreviewService"][];
        };
        DeletionPreviewService: {
            service: string;
            /** Format: int64 */
            records: number;
        };
        DeletionRequest: {
            /** @description A condition in its readable form; it is also understood as JSON. */
            where: string;
            /** @description Records from this time on, written as start_time of /api/logs is. */
            from: string;
            /** @description Records before this time. */
            to: string;
            /** @description Why. The audit log keeps it, so it must not repeat a secret. */
            reason: string;
            /** @description Whether only to tell what would go. */
            dry_run?: boolean;
            /** @description Whose records; those of your own tenant if it is not given. */
            tenant_id?: string | null;
        };
        ErrorTrend: {
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            error_count: number;
            trends: components["schemas"]["ServiceHourErrors"][];
        };
        ExemplarList: {
            template_id: string;
            exemplars: components["schemas"]["LogRecord"][];
        };
        Facet: {
            field: string;
            values: components["schemas"]["FacetValue"][];
            /** Format: int64 */
            others: number;
            /** Format: int64 */
            absent: number;
        };
        FacetList: {
            facets: components["schemas"]["Facet"][];
        };
        FacetValue: {
            value: components["schemas"]["AnyValue"];
            /** Format: int64 */
            count: number;
        };
        Field: {
            field: string;
            /** @enum {string} */
            type: "text" | "number" | "boolean" | "time" | "list" | "bytes" | "mixed";
            /** Format: int64 */
            count: number;
            /** Format: double */
            share: number;
        };
        FieldList: {
            fields: components["schemas"]["Field"][];
            /** Format: int64 */
            sampled_records: number;
            is_complete: boolean;
            /** Format: int64 */
            other_fields: number;
        };
        GeneratorAnswer: {
            is_running: boolean;
            /** Format: int32 */
            current_rate: number;
            /** Format: int32 */
            error_rate_percentage: number;
            /** Format: int64 */
            logs_generated: number;
            /** Format: int64 */
            logs_stored: number;
            /** Format: int64 */
            logs_failed: number;
            services: string[];
        };
        GeneratorRequest: {
            /** Format: int32 */
            rate_per_second: number | null;
            /**
             * Format: int32
             * @description WARN or worse.
             */
            error_rate_percentage: number | null;
        };
        Health: {
            status: string;
            service: string;
            version: string;
            dependencies: {
                [key: string]: string;
            };
            accounts: string;
            /** Format: int64 */
            uptime_seconds: number;
            metrics: components["schemas"]["RequestCounts"];
        };
        Histogram: {
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            interval_seconds: number;
            by: string | null;
            /** Format: int64 */
            total: number;
            groups: components["schemas"]["HistogramGroup"][];
            /** Format: int64 */
            others: number;
            buckets: components["schemas"]["HistogramBucket"][];
        };
        HistogramBucket: {
            time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            count: number;
            counts: {
                [key: string]: number;
            };
        };
        HistogramGroup: {
            name: string;
            /** Format: int64 */
            count: number;
        };
        HourlyStatistics: {
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            total: number;
            hours: components["schemas"]["ServiceHour"][];
        };
        InstrumentationScope: {
            name: string | null;
            version: string | null;
            attributes: components["schemas"]["Attributes"];
        };
        Ledger: {
            /** Format: int64 */
            received: number;
            /** Format: int64 */
            accepted: number;
            outcomes: {
                [key: string]: number;
            };
            in_flight: {
                [key: string]: number;
            };
            entries: components["schemas"]["LedgerEntry"][];
        };
        LedgerEntry: {
            receiver: string;
            service: string;
            outcome: string;
            reason: string;
            /** Format: int64 */
            records: number;
        };
        LogRecord: {
            id: string;
            timestamp: components["schemas"]["Timestamp"];
            observed_timestamp: components["schemas"]["Timestamp"];
            /** Format: int32 */
            severity_number: number;
            severity_text: string | null;
            severity_inferred: boolean;
            body: components["schemas"]["AnyValue"];
            attributes: components["schemas"]["Attributes"];
            resource: components["schemas"]["Attributes"];
            scope: components["schemas"]["InstrumentationScope"];
            event_name: string | null;
            trace_id: string | null;
            span_id: string | null;
            /** Format: int32 */
            trace_flags: number;
            /** Format: int32 */
            dropped_attributes_count: number;
            template_id: string;
            sampling: components["schemas"]["Sampling"];
            receiver: string;
            level: string | null;
            service: string | null;
            message: string;
            shortened?: components["schemas"]["Shortened"] | null;
        };
        Metrics: {
            /** Format: int64 */
            window_seconds: number;
            /** Format: int64 */
            records: number;
            /** Format: int64 */
            errors: number;
            /** Format: double */
            log_rate: number;
            /** Format: double */
            error_rate: number;
            /** Format: int64 */
            services: number;
            /** Format: int64 */
            stored_records: number;
            storage_used: string;
            /** Format: int64 */
            storage_used_bytes: number;
        };
        Price: {
            /** Format: double */
            per_gb: number | null;
            currency: string | null;
        };
        PriceRequest: {
            /**
             * Format: double
             * @description For 1000000000 bytes, as the counts have them; more than 0.
             * @example 0.5
             */
            per_gb: number;
            /**
             * @description A code of ISO 4217.
             * @example EUR
             */
            currency: string;
        };
        Query: {
            query: string;
            predicate: Record<string, never>;
            conditions: components["schemas"]["QueryCondition"][];
        };
        QueryCondition: {
            query: string;
            predicate: Record<string, never>;
        };
        QueryUsage: {
            fields: components["schemas"]["QueryUse"][];
            templates: components["schemas"]["QueryUse"][];
        };
        QueryUse: {
            name: string;
            /** Format: int64 */
            count: number;
            last_used: components["schemas"]["Timestamp"];
        };
        Quota: {
            /** @description Whose records; the tenant default, if it is not given. */
            tenant_id: string;
            /** @description Of which service; null for all services of the tenant together. */
            service: string | null;
            /**
             * Format: int64
             * @description How many records may be kept of a day of UTC; null for no limit.
             */
            max_records: number | null;
            /**
             * Format: int64
             * @description How many bytes of them, as the counts have it; null for no limit.
             */
            max_bytes: number | null;
            /**
             * Format: int32
             * @description From which share of a limit there is a warning; 80, if not given.
             */
            warn_percentage: number;
        };
        QuotaList: {
            quotas: components["schemas"]["Quota"][];
        };
        QuotaUsage: {
            service: string | null;
            /** Format: int64 */
            used_records: number;
            /** Format: int64 */
            max_records: number | null;
            /** Format: int64 */
            used_bytes: number;
            /** Format: int64 */
            max_bytes: number | null;
            /** Format: int32 */
            warn_percentage: number;
            /** Format: double */
            used_share: number;
            used_up: boolean;
            resets_at: components["schemas"]["Timestamp"];
        };
        Readiness: {
            status: string;
            reasons: string[];
        };
        RecordContext: {
            before: components["schemas"]["LogRecord"][];
            log: components["schemas"]["LogRecord"];
            after: components["schemas"]["LogRecord"][];
        };
        RecordPage: {
            logs: components["schemas"]["LogRecord"][];
            /** Format: int64 */
            total: number | null;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            next_cursor: string | null;
        };
        RequestCounts: {
            /** Format: int64 */
            requests_total: number;
            /** Format: int64 */
            errors_total: number;
        };
        RetentionClass: {
            /** @description The same as in the path. */
            name?: string;
            /**
             * Format: int32
             * @description Classes are asked in this order, the lowest first; default is last.
             */
            position: number;
            /** @description How old records may become: 90d, 12h, or ISO 8601 such as P90D. */
            max_age: string;
            /**
             * Format: int64
             * @description How many bytes of the disk they may take; null for no limit.
             */
            max_bytes?: number | null;
            /** @description Records that meet any of these fall into the class. */
            rules?: components["schemas"]["RetentionRule"][];
        };
        RetentionClassList: {
            retention_classes: components["schemas"]["RetentionClass"][];
        };
        RetentionRule: {
            tenant_id: string | null;
            /** @description A condition in its readable form; it is also understood as JSON. */
            where: string | null;
        };
        Sampling: {
            threshold: string;
            reason: string;
            /** Format: double */
            adjusted_count: number;
        };
        SavedView: {
            id: string;
            name: string;
            owner: string;
            content: Record<string, never>;
            created: components["schemas"]["Timestamp"];
            updated: components["schemas"]["Timestamp"];
        };
        SavedViewList: {
            saved_views: components["schemas"]["SavedView"][];
        };
        SavedViewRequest: {
            name: string;
            /** @description What the view shows, at most 64 KiB; kept as it is sent. */
            content: Record<string, never>;
        };
        ServiceHour: {
            hour: components["schemas"]["Timestamp"];
            service: string;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            warnings: number;
            /** Format: double */
            error_rate: number;
            /** Format: double */
            mean_bytes: number;
        };
        ServiceHourErrors: {
            hour: components["schemas"]["Timestamp"];
            service: string;
            /** Format: int64 */
            error_count: number;
            /** Format: double */
            error_rate: number;
        };
        ServiceStatistics: {
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            total: number;
            services: components["schemas"]["ServiceTotal"][];
        };
        ServiceTotal: {
            service: string;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            errors: number;
            /** Format: int64 */
            warnings: number;
            /** Format: double */
            error_rate: number;
            /** Format: double */
            mean_bytes: number;
        };
        Session: {
            needs_token: boolean;
            tenant_id: string | null;
            role: string | null;
            name: string | null;
            expires_at: components["schemas"]["Timestamp"] | null;
        };
        SessionRequest: {
            /** @description The secret of a token. */
            token: string;
        };
        /**
         * @example {
         *       "body_length": 1000000,
         *       "attributes": 9936,
         *       "values": 1
         *     }
         */
        Shortened: {
            /** Format: int32 */
            body_length: number | null;
            /** Format: int32 */
            attributes: number;
            /** Format: int32 */
            values: number;
        };
        SlowQuery: {
            timestamp: components["schemas"]["Timestamp"];
            /** Format: double */
            duration_seconds: number;
            query: string;
            /** Format: int32 */
            status: number;
        };
        SlowQueryList: {
            queries: components["schemas"]["SlowQuery"][];
        };
        Template: {
            template_id: string;
            template: string | null;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            bytes: number;
            /** Format: double */
            share: number;
            first_seen: components["schemas"]["Timestamp"];
            last_seen: components["schemas"]["Timestamp"] | null;
            severities: {
                [key: string]: number;
            };
            services: components["schemas"]["TemplateService"][];
            trend: number[];
        };
        TemplateChange: {
            template_id: string;
            template: string | null;
            kind: string;
            is_error: boolean;
            /** Format: int64 */
            base_count: number;
            /** Format: int64 */
            count: number;
            /** Format: double */
            expected_count: number;
            /** Format: double */
            ratio: number;
            /** Format: double */
            ratio_low: number;
            /** Format: double */
            ratio_high: number | null;
            /** Format: double */
            q_value: number;
        };
        TemplateDiff: {
            base: components["schemas"]["ComparedWindow"];
            window: components["schemas"]["ComparedWindow"];
            /** Format: double */
            size_ratio: number;
            size_from: string;
            remarks: string[];
            new_patterns: components["schemas"]["TemplateChange"][];
            gone_patterns: components["schemas"]["TemplateChange"][];
            shifted_patterns: components["schemas"]["TemplateChange"][];
            counts: {
                [key: string]: number;
            };
        };
        TemplateHistory: {
            requested_id: string;
            is_alias: boolean;
            pattern: components["schemas"]["Template"];
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            total_records: number;
            /** Format: int64 */
            total_bytes: number;
            trend_start: components["schemas"]["Timestamp"];
            /** Format: int64 */
            trend_interval_seconds: number;
            absorbed: components["schemas"]["AbsorbedTemplate"][];
        };
        TemplateList: {
            patterns: components["schemas"]["Template"][];
            start_time: components["schemas"]["Timestamp"];
            end_time: components["schemas"]["Timestamp"];
            /** Format: int64 */
            total_records: number;
            /** Format: int64 */
            total_bytes: number;
            /** Format: int64 */
            total_patterns: number;
            /** Format: int64 */
            other_records: number;
            /** Format: int64 */
            other_bytes: number;
            /** Format: int64 */
            other_patterns: number;
            trend_start: components["schemas"]["Timestamp"];
            /** Format: int64 */
            trend_interval_seconds: number;
        };
        TemplateService: {
            service: string;
            /** Format: int64 */
            count: number;
        };
        TemplateVariable: {
            type: string;
            key: string | null;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            distinct: number;
            distinct_is_exact: boolean;
            top: components["schemas"]["VariableValue"][];
            measured: components["schemas"]["VariableMeasure"] | null;
        };
        Ticket: {
            ticket: string;
            expires_at: components["schemas"]["Timestamp"];
        };
        /**
         * Format: date-time
         * @description A time in UTC, always with nine digits of a second, so that times sort as texts.
         * @example 2026-11-21T10:00:00.000000000Z
         */
        Timestamp: string;
        Token: {
            id: string;
            tenant_id: string;
            name: string;
            role: string;
            created: components["schemas"]["Timestamp"];
            last_used: components["schemas"]["Timestamp"] | null;
            expires: components["schemas"]["Timestamp"] | null;
            revoked: components["schemas"]["Timestamp"] | null;
            secret?: string | null;
        };
        TokenList: {
            tokens: components["schemas"]["Token"][];
        };
        TokenRequest: {
            /** @description What it is for, such as the sender that gets it. */
            name: string;
            /** @enum {string} */
            role: "viewer" | "editor" | "admin";
            /** @description Whose data it opens; your own tenant if it is not given. */
            tenant_id?: string | null;
            /**
             * Format: date-time
             * @description From when on it is not accepted; never if it is not given.
             */
            expires?: string | null;
        };
        Usage: {
            quotas: components["schemas"]["QuotaUsage"][];
        };
        VariableList: {
            template_id: string;
            template: string | null;
            /** Format: int64 */
            sampled_records: number;
            is_complete: boolean;
            /** Format: int64 */
            records_without_values: number;
            variables: components["schemas"]["TemplateVariable"][];
        };
        VariableMeasure: {
            unit: string;
            /** Format: double */
            min: number;
            /** Format: double */
            p50: number;
            /** Format: double */
            p95: number;
            /** Format: double */
            max: number;
        };
        VariableValue: {
            value: string;
            is_cut: boolean;
            /** Format: int64 */
            count: number;
            /** Format: int64 */
            count_error: number;
        };
    };
    responses: {
        /** @description The request is not in the form that is described here. */
        Malformed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or not valid. */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The role of the token does not allow it. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What the path names does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The name is taken, there are as many as may be, or it must stay. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large, as it came or decompressed. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The type or encoding of the body is not understood. */
        UnsupportedType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter or a field of the body is unknown, or its value is not allowed. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description More was sent than the rate allows; send again after Retry-After. */
        RateLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is wrong, as ten others from the address were; another wrong one is told so after Retry-After. A right one is accepted at once. */
        SignInLimited: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server is overloaded, ending or short of disk; send again after Retry-After. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The answer would have taken longer than is allowed; ask for less time. */
        Timeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Names the request, so that it is stored once even if it is sent again. */
        IdempotencyKey: string;
        /**
         * @description A condition in the readable form of predicates, or as JSON.
         * @example level >= warn
         */
        Query: string;
        /** @description The name of a service; any of them, if given more than once. */
        Service: string[];
        /** @description Exactly this level: trace, debug, info, warn, error or fatal; any of them, if given more than once. */
        Level: string[];
        /**
         * @description Whether records are cut to what a list shows, as /api/logs cuts them.
         * @example true
         */
        Brief: boolean;
        /**
         * @description A field that is not left out in brief, however many there are; several, if given more than once, up to 20.
         * @example [
         *       "attributes.http.response.status_code"
         *     ]
         */
        Column: string[];
        /** @description A text that the body contains, in upper or lower case. */
        Search: string;
        /** @description A trace, 32 hexadecimal digits. */
        TraceId: string;
        /** @description A template, 16 hexadecimal digits. */
        TemplateId: string;
        /** @description The cursor of the last message that was had; without it, what comes from now on. */
        After: string;
        /** @description A ticket of /api/v1/tickets, where no token can be sent. */
        Ticket: string;
        /** @description How the body is compressed. */
        ContentEncoding: "gzip" | "zstd" | "deflate" | "snappy" | "identity";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
