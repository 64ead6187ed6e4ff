package dev.onoma.examples.web;

