#!/bin/sh
exec nova-compute
