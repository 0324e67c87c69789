/** The files under k8s/ against Kubernetes' own types, and against the program that they run. */
package dev.whetstone.k8s;
