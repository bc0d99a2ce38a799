/** Holds the manifests and Dockerfiles to the Kubernetes model and to the code they deploy. */
@NullMarked
package io.promo.k8s;

import org.jspecify.annotations.NullMarked;
