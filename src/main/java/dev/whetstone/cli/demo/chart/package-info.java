/** Curves with intervals, as the demos draw them. */
package dev.whetstone.cli.demo.chart;
