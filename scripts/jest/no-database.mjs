// A run of all suites has a database; a pure spec that took it would fail as soon as it runs without the others.
delete process.env.WAYBILL_TEST_SERVER;
