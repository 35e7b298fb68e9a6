"""Tests of `metrics.finding`."""
